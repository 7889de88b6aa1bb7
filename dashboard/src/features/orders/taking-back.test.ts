import { describe, expect, it } from 'vitest'
import type { Order } from '@/api/types'
import { chosenOf, leavesNothing, worthOf } from './taking-back'

const shillings = (cents: number) => ({ cents, currency: 'KES', text: '' })
const order = (status: Order['status'], may: number): Order =>
  ({
    status, may_go_back: shillings(may),
    lines: [
      { variant: 'red', quantity: 2, taken_back: 1, unit_price: shillings(240_000) },
      { variant: 'blue', quantity: 1, taken_back: 0, unit_price: shillings(100_000) },
    ],
  }) as unknown as Order

describe('what comes back of an order', () => {
  it('is worth its prices, as far as they can still go back', () => {
    expect(worthOf(order('delivered', 500_000), { red: 1, blue: 1 })).toBe(340_000)
    expect(worthOf(order('delivered', 300_000), { red: 1, blue: 1 })).toBe(300_000)
    expect(worthOf(order('delivered', 300_000), {})).toBe(0)
  })

  it('names only pieces of which some come back', () => {
    expect(chosenOf({ red: 0, blue: 1 })).toEqual([{ variant: 'blue', quantity: 1 }])
  })

  it('may be everything once the parcel left, and not while it is in the shop', () => {
    expect(leavesNothing(order('packed', 1), { red: 1, blue: 1 })).toBe(true)
    expect(leavesNothing(order('packed', 1), { red: 1 })).toBe(false)
    expect(leavesNothing(order('delivered', 1), { red: 1, blue: 1 })).toBe(false)
  })
})
