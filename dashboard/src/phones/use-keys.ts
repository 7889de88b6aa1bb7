import { useEffect, useEffectEvent } from 'react'

/** Hears the keys that are pressed while this is on screen. */
export function useKeys(press: (key: string) => unknown): void {
  const hear = useEffectEvent((event: KeyboardEvent) => {
    if (!event.ctrlKey && !event.metaKey && !event.altKey) press(event.key)
  })
  useEffect(() => {
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [])
}
