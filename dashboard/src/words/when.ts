/** The shop's clock: East Africa Time, wherever the phone is. */
export const SHOP_ZONE = 'Africa/Nairobi'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

const locale = (language: string) => (language.startsWith('sw') ? 'sw-KE' : 'en-KE')
const shown = (language: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale(language), { timeZone: SHOP_ZONE, hourCycle: 'h23', ...options })

/** The hour and minute. Example: 14:05. */
export const clock = (at: Date, language: string): string => shown(language, { hour: '2-digit', minute: '2-digit' }).format(at)

/** The day, short. Example: Tue 3 Nov. */
export const shortDay = (at: Date, language: string): string =>
  shown(language, { weekday: 'short', day: 'numeric', month: 'short' }).format(at)

/** The day, in full. Example: Tuesday, 3 November. */
export const longDay = (at: Date, language: string): string =>
  shown(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(at)

/** The day's key in the shop's zone. Example: 2026-11-03. */
export const dayKey = (at: Date): string => new Intl.DateTimeFormat('en-CA', { timeZone: SHOP_ZONE }).format(at)

/** How long ago, in the largest unit that fits; the date once it is more than a day. */
export function ago(at: Date, now: Date, language: string): string {
  const passed = Math.max(0, now.getTime() - at.getTime())
  const words = new Intl.RelativeTimeFormat(locale(language), { numeric: 'auto', style: 'short' })
  if (passed < MINUTE) return words.format(0, 'second')
  if (passed < HOUR) return words.format(-Math.floor(passed / MINUTE), 'minute')
  if (passed < 24 * HOUR) return words.format(-Math.floor(passed / HOUR), 'hour')
  return shortDay(at, language)
}

/** A stretch of seconds in words. Example: 3.2 s, 4 min. */
export function stretch(seconds: number): string {
  if (seconds < 60) return `${seconds < 10 ? Math.round(seconds * 10) / 10 : Math.round(seconds)} s`
  if (seconds < 3600) return `${Math.round(seconds / 60)} min`
  return `${Math.round(seconds / 360) / 10} h`
}

/** The name of the weekday. Example: Tuesday. */
export const weekday = (at: Date, language: string): string => shown(language, { weekday: 'long' }).format(at)

/** Day and month, shortest. Example: 3 Nov. */
export const dayMonth = (at: Date, language: string): string => shown(language, { day: 'numeric', month: 'short' }).format(at)

/** Whether the shop's day is a Saturday or Sunday. */
export const isWeekend = (at: Date): boolean => ['Sat', 'Sun'].includes(new Intl.DateTimeFormat('en', { timeZone: SHOP_ZONE, weekday: 'short' }).format(at))
