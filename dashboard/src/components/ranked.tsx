import type { ReactNode } from 'react'
import { classes } from './classes'

export type RankedRow = { key: string; label: string; text: string; note?: string; under?: string; share: number; picture?: ReactNode }

/** Things in their order, each with a bar that says how much of the most it is. */
export function Ranked({ rows, tone = 'bg-clay', wide = false }: { rows: readonly RankedRow[]; tone?: string; wide?: boolean }) {
  return (
    <ol className={classes('grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-3.5 px-5', wide && 'lg:grid-cols-2')}>
      {rows.map((row) => (
        <li key={row.key} className="flex min-w-0 items-center gap-3.5">
          {row.picture}
          <span className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)] gap-1.5">
            <span className="figures flex items-baseline justify-between gap-3">
              <span className="truncate font-semibold">{row.label}</span>
              <span className="whitespace-nowrap">{row.text} {row.note === undefined ? null : <span className="text-sm text-ink-soft">{row.note}</span>}</span>
            </span>
            <span aria-hidden className="h-2 overflow-hidden rounded-full bg-sunken"><span className={classes('block h-full rounded-full', tone)} style={{ width: `${Math.min(100, Math.max(1, row.share * 100))}%` }} /></span>
            {row.under === undefined ? null : <span className="figures text-sm text-ink-soft">{row.under}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
