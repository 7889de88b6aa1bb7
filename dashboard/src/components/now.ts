import { useSyncExternalStore } from 'react'

const TICK_MS = 15_000
let now = new Date()
let timer: ReturnType<typeof setInterval> | undefined
const watchers = new Set<() => void>()

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  timer ??= setInterval(() => {
    now = new Date()
    watchers.forEach((tell) => tell())
  }, TICK_MS)
  return () => {
    watchers.delete(watcher)
    if (watchers.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** This moment, anew every quarter of a minute, with one timer for the whole page. */
export const useNow = (): Date => useSyncExternalStore(watch, () => now)
