import { expect, it } from 'vitest'
import { exactClock, streamKind, streamName } from './streams'

it('reads what a stream tells of from its name', () => {
  expect(streamKind('b0/payment/p1')).toBe('payment')
  expect(streamKind('something else')).toBe('order')
  expect(streamName('b0/payment/p1')).toBe('payment/p1')
})

it('shows facts to the second in East Africa Time', () => {
  expect(exactClock(new Date('2026-11-03T09:05:07Z'), 'en')).toBe('12:05:07')
})
