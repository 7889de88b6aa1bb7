import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes'

/** A calm sheet that holds one subject. */
export function Card({ className, ...rest }: ComponentProps<'section'>) {
  return <section className={classes('min-w-0 rounded-3xl border border-line bg-surface shadow-card', className)} {...rest} />
}

/** The heading of a card, with room for one control beside it. */
export function CardHead({ title, hint, id, children }: { title: string; hint?: ReactNode; id?: string; children?: ReactNode }) {
  return (
    <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-5 pt-5 pb-3">
      <div className="min-w-0 flex-1 basis-36">
        <h2 id={id} className="text-lg leading-tight">{title}</h2>
        {hint === undefined ? null : <p className="mt-0.5 text-sm text-ink-soft">{hint}</p>}
      </div>
      {children}
    </header>
  )
}
