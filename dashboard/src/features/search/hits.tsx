import { Link, type LinkProps } from '@tanstack/react-router'
import type { LucideIcon } from 'lucide-react'
import { useId } from 'react'

export type Hit = { key: string; title: string; note: string; icon: LucideIcon; link: Pick<LinkProps, 'to' | 'search' | 'params'> }

/** What was found of one kind. */
export function Hits({ title, hits, onGo }: { title: string; hits: readonly Hit[]; onGo: () => void }) {
  const id = useId()
  if (hits.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="mb-1 font-sans text-sm font-semibold text-ink-soft">{title}</h3>
      <ul>
        {hits.map(({ key, title: name, note, icon: Icon, link }) => (
          <li key={key}>
            <Link {...link} onClick={onGo} className="flex min-h-11 items-center gap-3 rounded-2xl px-3 hover:bg-sunken focus-visible:bg-sunken">
              <Icon aria-hidden className="size-5 shrink-0 text-ink-soft" />
              <span className="min-w-0 flex-1 truncate font-semibold">{name}</span>
              <span className="figures text-sm whitespace-nowrap text-ink-soft">{note}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
