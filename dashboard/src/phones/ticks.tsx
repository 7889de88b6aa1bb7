import { Check, CheckCheck } from 'lucide-react'
import type { Bubble } from './api/client'

/** One tick: sent. Two: on the other phone. Blue: read. */
export function Ticks({ state }: { state: Bubble['state'] }) {
  const Mark = state === 'sent' ? Check : CheckCheck
  return (
    <Mark aria-label={state} role="img" className={state === 'read' ? 'size-4 text-wa-blue' : 'size-4 text-wa-soft'} />
  )
}
