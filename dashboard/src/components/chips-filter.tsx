import type { ReactNode } from 'react'
import { classes } from './classes'

/** A row of filter chips that scrolls sideways on a phone. Each child is a link or a button of look `chipLook`. */
export function ChipsFilter({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className="-mx-4 mb-4 flex shrink-0 snap-x scroll-px-4 gap-2 overflow-x-auto px-4 py-1 [scrollbar-width:none] sm:mx-0 sm:flex-wrap sm:px-0">
      {children}
    </nav>
  )
}

/** How a filter chip looks, chosen or not. */
export const chipLook = (chosen: boolean): string =>
  classes(
    'inline-flex min-h-11 shrink-0 snap-start items-center gap-2 rounded-full border px-4 font-semibold whitespace-nowrap transition-colors',
    chosen ? 'border-clay bg-clay text-on-clay' : 'border-line bg-surface text-ink hover:border-line-strong',
  )
