import { useSyncExternalStore } from 'react'

const desk = globalThis.matchMedia('(min-width: 64rem)')

function watch(watcher: () => void): () => void {
  desk.addEventListener('change', watcher)
  return () => desk.removeEventListener('change', watcher)
}

/** Whether there is room for the bar at the side, as on a desk; a phone has its bars above and below. */
export const useWide = (): boolean => useSyncExternalStore(watch, () => desk.matches)
