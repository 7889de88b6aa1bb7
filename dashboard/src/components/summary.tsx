import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from './classes'

/** What is read of something folded: pressing it unfolds the rest. Shape: stands first in a `details` of class `group`. */
export function Summary({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <summary className={classes('flex min-h-11 cursor-pointer list-none items-center justify-between gap-3 font-semibold [&::-webkit-details-marker]:hidden', className)}>
      {children}
      <ChevronDown aria-hidden className="size-5 shrink-0 text-ink-soft transition-transform group-open:rotate-180" />
    </summary>
  )
}
