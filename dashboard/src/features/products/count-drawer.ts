/** Where an unfinished count lies on this phone: numbers of pieces, and nothing of customers. */
const KEY = 'dukani.count'

/** What lies there, as it was written; null where nothing does. */
export function keptCount(): unknown {
  try {
    return JSON.parse(globalThis.localStorage.getItem(KEY) ?? 'null')
  } catch {
    return null
  }
}

/** Keeps a count; a phone that keeps nothing loses it with the page. */
export function keepCount(count: unknown): void {
  try {
    globalThis.localStorage.setItem(KEY, JSON.stringify(count))
  } catch {
    // Full, or forbidden by the browser: the count still stands on the page.
  }
}

/** Who signs out leaves nothing behind. */
export function dropCount(): void {
  globalThis.localStorage.removeItem(KEY)
}
