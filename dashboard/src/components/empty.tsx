import type { ReactNode } from 'react'

type Props = { title: string; text: string; icon: ReactNode; children?: ReactNode }

/** What to say where there is nothing yet: why, and what would change it. */
export function Empty({ title, text, icon, children }: Props) {
  return (
    <div className="mx-auto grid max-w-sm justify-items-center gap-3 px-6 py-14 text-center">
      <span aria-hidden className="relative grid size-20 place-items-center rounded-full bg-clay-soft text-clay-ink [&_svg]:size-9">
        {icon}
        <span className="woven absolute inset-x-3 -bottom-1 h-2 rounded-full" />
      </span>
      <h2 className="mt-2 text-xl">{title}</h2>
      <p className="text-ink-soft">{text}</p>
      {children}
    </div>
  )
}
