import type { QueryClient } from '@tanstack/react-query'
import type { components } from './schema'

type Position = components['schemas']['LivePosition']
export type Live = { state: 'joining' | 'live' | 'lost'; heardAt: number | null; behind: number }

const RETRY_MS = 4_000
const GATHER_MS = 250
const AT_REST_MS = 6_000

/**
 * Follows the boutique's log: whatever is on screen is asked again when something has moved. The first word only
 * tells where the log stands, while the page is still asking: what it knew from before is asked again at once,
 * the rest once more when the page is at rest.
 */
export class LiveFeed {
  #now: Live = { state: 'joining', heardAt: null, behind: 0 }
  #watchers = new Set<() => void>()
  #source: EventSource | null = null
  #retry: ReturnType<typeof setTimeout> | undefined
  #gather: ReturnType<typeof setTimeout> | undefined
  #rest: ReturnType<typeof setTimeout> | undefined
  #heard = false

  /** Units: milliseconds of the epoch, at which the page was opened. */
  constructor(private readonly queries: QueryClient, private readonly opened = performance.timeOrigin) {}

  current = (): Live => this.#now

  watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  join(): void {
    this.leave()
    const source = new EventSource('/api/live')
    this.#source = source
    source.addEventListener('position', (event: MessageEvent<string>) => this.#hear(event.data))
    source.addEventListener('open', () => this.#become({ state: 'live', heardAt: Date.now() }))
    source.addEventListener('error', () => {
      this.#become({ state: 'lost' })
      if (source.readyState !== EventSource.CLOSED) return
      this.#retry = setTimeout(() => this.join(), RETRY_MS)
    })
  }

  leave(): void {
    clearTimeout(this.#retry)
    clearTimeout(this.#gather)
    clearTimeout(this.#rest)
    this.#gather = undefined
    this.#source?.close()
    this.#source = null
  }

  #hear(text: string): void {
    const { visible, head } = JSON.parse(text) as Position
    this.#become({ state: 'live', heardAt: Date.now(), behind: Math.max(0, head - visible) })
    if (this.#heard) this.#gather ??= setTimeout(() => this.#askAll(), GATHER_MS)
    else this.#askWhatIsOld()
    this.#heard = true
  }

  #askAll(): void {
    clearTimeout(this.#gather)
    clearTimeout(this.#rest)
    this.#gather = undefined
    void this.queries.invalidateQueries()
  }

  #askWhatIsOld(): void {
    void this.queries.invalidateQueries({ predicate: (query) => query.state.dataUpdatedAt < this.opened })
    this.#rest = setTimeout(() => this.#askAll(), AT_REST_MS)
  }

  #become(change: Partial<Live>): void {
    this.#now = { ...this.#now, ...change }
    this.#watchers.forEach((tell) => tell())
  }
}
