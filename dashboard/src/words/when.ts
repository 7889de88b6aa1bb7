/** The shop's clock: East Africa Time, wherever the phone is. */
export const SHOP_ZONE = 'Africa/Nairobi'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

const locale = (language: string) => (language.startsWith('sw') ? 'sw-KE' : 'en-KE')

/** One maker of words for each language: making it costs a phone far more than asking it, and a list asks for every row. */
function oncePerLanguage<T>(make: (locale: string) => T): (language: string) => T {
  const made = new Map<string, T>()
  return (language) => {
    const known = made.get(language) ?? make(locale(language))
    made.set(language, known)
    return known
  }
}

function shown(options: Intl.DateTimeFormatOptions): (at: Date, language: string) => string {
  const words = oncePerLanguage((named) => new Intl.DateTimeFormat(named, { timeZone: SHOP_ZONE, hourCycle: 'h23', ...options }))
  return (at, language) => words(language).format(at)
}

/** The hour and minute. Example: 14:05. */
export const clock = shown({ hour: '2-digit', minute: '2-digit' })

/** The day, short. Example: Tue 3 Nov. */
export const shortDay = shown({ weekday: 'short', day: 'numeric', month: 'short' })

/** The day, in full. Example: Tuesday, 3 November. */
export const longDay = shown({ weekday: 'long', day: 'numeric', month: 'long' })

const keys = oncePerLanguage(() => new Intl.DateTimeFormat('en-CA', { timeZone: SHOP_ZONE }))

/** The day's key in the shop's zone. Example: 2026-11-03. */
export const dayKey = (at: Date): string => keys('en').format(at)

const relative = oncePerLanguage((named) => new Intl.RelativeTimeFormat(named, { numeric: 'auto', style: 'short' }))

/** How long ago, in the largest unit that fits; the date once it is more than a day. */
export function ago(at: Date, now: Date, language: string): string {
  const passed = Math.max(0, now.getTime() - at.getTime())
  const words = relative(language)
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
export const weekday = shown({ weekday: 'long' })

/** Day and month, shortest. Example: 3 Nov. */
export const dayMonth = shown({ day: 'numeric', month: 'short' })

const weekdays = oncePerLanguage(() => new Intl.DateTimeFormat('en', { timeZone: SHOP_ZONE, weekday: 'short' }))

/** Whether the shop's day is a Saturday or Sunday. */
export const isWeekend = (at: Date): boolean => ['Sat', 'Sun'].includes(weekdays('en').format(at))
