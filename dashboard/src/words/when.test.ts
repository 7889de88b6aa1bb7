import { describe, expect, it } from 'vitest'
import { ago, clock, dayKey, isWeekend, stretch } from './when'

describe('the shop’s clock', () => {
  const lateInUtc = new Date('2026-11-03T22:30:00Z')

  it('reads East Africa Time wherever the phone is', () => {
    expect(clock(lateInUtc, 'en')).toBe('01:30')
  })

  it('turns the day at midnight in East Africa', () => {
    expect(dayKey(lateInUtc)).toBe('2026-11-04')
    expect(isWeekend(new Date('2026-11-06T21:30:00Z'))).toBe(true)
  })

  it.each([
    [30_000, 'now'],
    [5 * 60_000, '5 min ago'],
    [3 * 3_600_000, '3 hr ago'],
  ])('says %i ms ago as %s', (passed, said) => {
    expect(ago(new Date(lateInUtc.getTime() - passed), lateInUtc, 'en')).toBe(said)
  })

  it('never says that something lies ahead when clocks differ', () => {
    expect(ago(new Date(lateInUtc.getTime() + 90_000), lateInUtc, 'en')).toBe('now')
  })

  it('gives the date once more than a day has passed', () => {
    expect(ago(new Date('2026-11-01T09:00:00Z'), lateInUtc, 'en')).toContain('1 Nov')
  })

  it.each([[3.24, '3.2 s'], [48, '48 s'], [150, '3 min'], [5400, '1.5 h']])('says %d seconds as %s', (seconds, said) => {
    expect(stretch(seconds)).toBe(said)
  })
})
