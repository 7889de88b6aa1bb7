import { useDeferredValue } from 'react'

const AT_ONCE = 8

/** The rows that fill a glass at once, and all of them as soon as the page has a moment, without holding up a thumb. */
export function useGradually<T>(rows: readonly T[]): readonly T[] {
  const shown = useDeferredValue(rows.length, Math.min(AT_ONCE, rows.length))
  return rows.slice(0, shown)
}
