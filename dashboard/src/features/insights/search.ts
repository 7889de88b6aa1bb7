export const STRETCHES = [7, 30, 90, 366] as const
export type InsightsSearch = { days?: number; last?: string }
export type Period = { days: number; last?: string }

const LONGEST = 366
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Which stretch of days the address asks for: so many, ending today or with the last one named. */
export function insightsSearch(raw: Record<string, unknown>): InsightsSearch {
  const days = Number(raw['days'])
  const last = raw['last']
  return {
    ...(Number.isInteger(days) && days >= 1 && days <= LONGEST ? { days } : {}),
    ...(typeof last === 'string' && DAY.test(last) && !Number.isNaN(Date.parse(last)) ? { last } : {}),
  }
}

const MS = 86_400_000
const dayAfter = (day: string, days: number) => new Date(Date.parse(day) + days * MS).toISOString().slice(0, 10)

/** The stretch from one day to another, as the address keeps it; nothing where it makes none. */
export function between(first: string, last: string): Period | null {
  const days = Math.round((Date.parse(last) - Date.parse(first)) / MS) + 1
  return days >= 1 && days <= LONGEST ? { days, last } : null
}

/** The first day of a stretch. */
export const firstOf = (period: Period, today: string): string =>
  dayAfter(period.last ?? today, 1 - period.days)

/** The longest stretch that begins on a day; nothing where it is none. */
export const startingAt = (day: string): Period | null =>
  Number.isNaN(Date.parse(day)) ? null : { days: LONGEST, last: dayAfter(day, LONGEST - 1) }
