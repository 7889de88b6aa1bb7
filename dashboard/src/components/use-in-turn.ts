import { startTransition, useEffect, useState } from 'react'

const TURN_MS = 100

/**
 * How many of so many parts are drawn by now: one more each turn, so that what stands above is there first and a
 * thumb is heard in between.
 */
export function useInTurn(parts: number): number {
  const [drawn, setDrawn] = useState(0)
  useEffect(() => {
    if (drawn >= parts) return undefined
    const turn = setTimeout(() => startTransition(() => setDrawn(drawn + 1)), TURN_MS)
    return () => clearTimeout(turn)
  }, [drawn, parts])
  return drawn
}
