import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useInTurn } from './use-in-turn'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

const turn = (): void => act(() => { vi.advanceTimersByTime(100) })

it('draws one part more each turn, and stops with the last', () => {
  const { result } = renderHook(() => useInTurn(2))
  const seen = [result.current]
  for (let each = 0; each < 3; each += 1) {
    turn()
    seen.push(result.current)
  }
  expect(seen).toEqual([0, 1, 2, 2])
  expect(vi.getTimerCount()).toBe(0)
})
