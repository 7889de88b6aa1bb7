import { expect, it } from 'vitest'
import { faultWhy, fileWhy, isMoving, type Import } from './list'

const list = (state: Import['state']) => ({ state }) as Import

it('asks on only while something is being done', () => {
  expect((['waiting', 'checking', 'confirmed', 'running'] as const).map((state) => isMoving(list(state)))).toEqual([true, true, true, true])
  expect((['checked', 'done', 'unreadable'] as const).map((state) => isMoving(list(state)))).toEqual([false, false, false])
})

it('has a word for every code it does not know', () => {
  expect([faultWhy('unknown-kind'), faultWhy('new-rule'), fileWhy('too-many'), fileWhy(null)]).toEqual(['unknown-kind', 'else', 'too-many', 'else'])
})
