import { useRef } from 'react'

/** The id of what is said: the same however often it is sent, so that she gets it once; other words get another. */
export function useOwnId(): { of: (said: string) => string; sent: () => void } {
  const own = useRef<{ said: string; id: string } | null>(null)
  return {
    of: (said) => {
      if (own.current?.said !== said) own.current = { said, id: crypto.randomUUID() }
      return own.current.id
    },
    sent: () => (own.current = null),
  }
}
