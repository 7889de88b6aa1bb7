import type { TFunction } from 'i18next'
import { describe, expect, it } from 'vitest'
import { dayWord, monthWord, priceOf, samePlan, type Plan } from './plan-words'

const plan = (shillings: number, percent: number): Plan =>
  ({ name: 'A', fee: { cents: shillings * 100, currency: 'KES', text: `KSh ${shillings}` }, percent, starts: null })
const t = ((key: string, said?: Record<string, unknown>) => `${key} ${JSON.stringify(said ?? {})}`) as unknown as TFunction<'subscription'>

describe('a plan', () => {
  it('is told by what it asks for', () => {
    expect(priceOf(plan(0, 0), t)).toContain('free')
    expect(priceOf(plan(900, 0), t)).toContain('perMonth {"fee":"KSh 900"}')
    expect(priceOf(plan(0, 3), t)).toContain('ofSales {"percent":3}')
    expect(priceOf(plan(900, 2), t)).toContain('both')
    const amount = (text: string) => ({ cents: 1, currency: 'KES', text })
    expect(priceOf({ ...plan(0, 3), least: amount('KSh 20'), most: amount('KSh 300') }, t)).toMatch(/ofSales.*, atLeast.*KSh 20.*, atMost.*KSh 300/)
  })

  it('is another one when its price is', () => {
    expect(samePlan(plan(900, 0), plan(900, 0))).toBe(true)
    expect(samePlan(plan(900, 0), plan(950, 0))).toBe(false)
  })
})

describe('a day of the calendar', () => {
  it('is the same one wherever the phone is', () => {
    expect(dayWord('2026-12-01', 'en')).toBe('1 December')
    expect(monthWord('2026-12-01', 'en')).toBe('December 2026')
  })
})
