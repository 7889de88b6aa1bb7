import { renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useOwnId } from './own-id'

it('is the same for the same words until they are sent, and another for other words', () => {
  const { result } = renderHook(() => useOwnId())
  const first = result.current.of('Hi')
  expect(result.current.of('Hi')).toBe(first)
  const other = result.current.of('Hi there')
  expect(other).not.toBe(first)
  result.current.sent()
  expect(result.current.of('Hi there')).not.toBe(other)
})
