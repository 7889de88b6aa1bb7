import { Banknote, Boxes, ChevronDown, MessageCircle, PackageOpen, Shirt, ShoppingCart, Store, UserRound, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { HistoryEntry } from '@/api/types'
import { classes } from '@/components/classes'
import { factWords } from '@/words/facts'
import { dayKey, shortDay } from '@/words/when'
import { actorWord, exactClock, streamKind, streamName, type StreamKind } from './streams'

const LOOKS: Record<StreamKind, { icon: LucideIcon; tone: string }> = {
  conversation: { icon: MessageCircle, tone: 'bg-leaf-soft text-leaf-ink' },
  cart: { icon: ShoppingCart, tone: 'bg-gold-soft text-gold-ink' },
  order: { icon: PackageOpen, tone: 'bg-clay-soft text-clay-ink' },
  stock: { icon: Boxes, tone: 'bg-sunken text-ink-soft' },
  payment: { icon: Banknote, tone: 'bg-sky-soft text-sky-ink' },
  product: { icon: Shirt, tone: 'bg-sunken text-ink-soft' },
  customer: { icon: UserRound, tone: 'bg-berry-soft text-berry-ink' },
  boutique: { icon: Store, tone: 'bg-sunken text-ink-soft' },
}

type Props = { entry: HistoryEntry; before: HistoryEntry | undefined; last: boolean }

/** A fact in plain words: what, when, by whom; unfolded, its place in the log and all that it says. */
export function FactEntry({ entry, before, last }: Props) {
  const { t, i18n } = useTranslation('history')
  const kind = streamKind(entry.stream)
  const { icon: Icon, tone } = LOOKS[kind]
  const at = new Date(entry.at)
  const { title, detail } = factWords(entry.topic, entry.values, i18n.language)
  const newDay = before === undefined || dayKey(new Date(before.at)) !== dayKey(at)
  return (
    <li className="relative grid grid-cols-[2.5rem_minmax(0,1fr)] gap-x-3">
      {newDay ? <p className="col-span-2 pt-2 pb-3 text-sm font-semibold text-ink-soft">{shortDay(at, i18n.language)}</p> : null}
      <span aria-hidden className="relative grid justify-items-center">
        <span className={classes('z-10 grid size-9 place-items-center rounded-full', tone)}><Icon className="size-4.5" /></span>
        {last ? null : <span className="absolute top-9 bottom-0 w-0.5 bg-line" />}
      </span>
      <details className="group min-w-0 pb-4">
        <summary className="flex min-h-11 cursor-pointer list-none items-start gap-3 rounded-xl [&::-webkit-details-marker]:hidden">
          <span className="min-w-0 flex-1">
            <span className="block font-semibold">{title}</span>
            {detail === null ? null : <span className="block break-words text-ink-soft">{detail}</span>}
            <span className="figures block text-sm text-ink-soft">
              <time dateTime={entry.at}>{exactClock(at, i18n.language)}</time> · {t(`actor.${actorWord(entry)}`)} · {t(`kind.${kind}`)} #{entry.position}
            </span>
          </span>
          <ChevronDown aria-label={t('raw')} className="mt-1 size-5 shrink-0 text-line-strong transition-transform group-open:rotate-180" />
        </summary>
        <RawFact entry={entry} />
      </details>
    </li>
  )
}

function RawFact({ entry }: { entry: HistoryEntry }) {
  const { t } = useTranslation('history')
  const rows = [
    [t('topic'), entry.topic], [t('position'), String(entry.position)], [t('stream'), streamName(entry.stream)], [t('version'), String(entry.version)],
    [t('at'), entry.at], [t('who'), t(`actor.${actorWord(entry)}`)], [t('command'), entry.command], [t('correlation'), entry.correlation],
  ] as const
  return (
    <dl className="mt-2 grid animate-fade gap-x-4 gap-y-1 rounded-2xl bg-sunken p-4 text-sm sm:grid-cols-[auto_minmax(0,1fr)]">
      {rows.map(([term, value]) => (
        <div key={term} className="contents">
          <dt className="font-semibold text-ink-soft">{term}</dt>
          <dd className="figures mb-1 font-mono text-[13px] break-all sm:mb-0">{value}</dd>
        </div>
      ))}
      {entry.body.map((field) => (
        <div key={field.name} className="contents">
          <dt className="font-semibold text-ink-soft">{field.name.replaceAll('_', ' ')}</dt>
          <dd className="figures mb-1 font-mono text-[13px] break-all sm:mb-0">{field.value ?? <span className="text-ink-soft">{t('sealed')}</span>}</dd>
        </div>
      ))}
    </dl>
  )
}
