import type { ReactNode } from 'react'

/** A page's name, what it holds in a word, and its controls. */
export function PageHead({ title, hint, children }: { title: string; hint?: ReactNode; children?: ReactNode }) {
  return (
    <header className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-24">
        <h1 className="text-3xl leading-tight font-bold sm:text-4xl">{title}</h1>
        {hint === undefined ? null : <p className="mt-1 text-ink-soft">{hint}</p>}
      </div>
      {children}
    </header>
  )
}
