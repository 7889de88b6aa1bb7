import { Link } from '@tanstack/react-router'
import { Check, CheckCheck, Clock3, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ChatMessage, ProductCard } from '@/api/types'
import { classes } from '@/components/classes'
import { Marked } from '@/components/marked'
import { Picture } from '@/components/picture'
import { Clock } from '@/components/time'
import { useReason } from '@/components/use-code-word'
import { useKindWord } from './kinds'

/** One message: hers on the left, the shop's on the right. */
export function Bubble({ message, onWhy }: { message: ChatMessage; onWhy: (reply: string) => void }) {
  const { t } = useTranslation(['conversations', 'reasons'])
  const kindWord = useKindWord()
  const reason = useReason()
  const hers = message.side === 'customer'
  const wordless = message.text === null && message.picture === null && message.cards.length === 0
  return (
    <li className={classes('grid max-w-[85%] gap-1 sm:max-w-[70%]', hers ? 'justify-self-start' : 'justify-self-end')}>
      <div className={classes('min-w-24 rounded-2xl px-3 py-2 shadow-card', hers ? 'rounded-bl-md bg-surface' : 'rounded-br-md bg-bubble')}>
        <p className="sr-only">{t(message.side)}</p>
        {message.side === 'staff' ? <p aria-hidden className="text-xs font-bold text-leaf-ink">{t('staff')}</p> : null}
        {message.picture === null ? null : <Picture path={message.picture} alt={t('photo')} className="mb-1.5 aspect-[4/5] w-52 max-w-full rounded-xl" />}
        {message.cards.length === 0 ? null : <Shown cards={message.cards} />}
        {message.text === null ? null : <p className="break-words whitespace-pre-wrap"><Marked text={message.text} /></p>}
        {wordless ? <p className="text-ink-soft italic">{message.kind === 'text' ? t('gone') : kindWord(message.kind)}</p> : null}
        <p className="figures mt-0.5 flex items-center justify-end gap-1 text-xs text-ink-soft">
          {message.side === 'agent' ? <button type="button" className="-my-2 -ml-1 mr-auto min-h-11 px-1 font-semibold underline-offset-2 hover:underline" onClick={() => onWhy(message.id)}>{t('reasons:ask')}</button> : null}
          <Clock at={message.at} />
          {message.delivery === null ? null : <Tick delivery={message.delivery} />}
        </p>
      </div>
      {message.failure === null ? null : <p className="flex items-center gap-1.5 text-sm text-berry-ink"><TriangleAlert aria-hidden className="size-4" />{reason(message.failure_code, message.failure) ?? t('failed')}</p>}
      {message.buttons.length === 0 ? null : (
        <ul className="flex flex-wrap justify-end gap-1.5">
          {message.buttons.map((button) => <li key={button} className="rounded-full border border-line bg-surface px-3 py-1 text-sm font-semibold text-leaf-ink">{button}</li>)}
        </ul>
      )}
    </li>
  )
}

function Shown({ cards }: { cards: readonly ProductCard[] }) {
  const { t } = useTranslation('conversations')
  return (
    <ol aria-label={t('shown')} className="mb-1.5 flex gap-2 overflow-x-auto">
      {cards.map((card) => (
        <li key={card.product} className="w-28 shrink-0">
          <Link to="/products" search={{ q: card.title }} className="relative block overflow-hidden rounded-xl bg-surface -outline-offset-3">
            <Picture path={card.picture} alt="" className="aspect-square w-full rounded-none" />
            <span className="figures absolute top-1.5 left-1.5 grid size-6 place-items-center rounded-full bg-surface text-sm font-bold">{card.rank}</span>
            <span className="block px-2 py-1.5 text-sm">
              <span className="block truncate font-semibold">{card.title}</span>
              <span className="figures text-ink-soft">{card.price.text}</span>
            </span>
          </Link>
        </li>
      ))}
    </ol>
  )
}

const TICKS = { planned: Clock3, sent: Check, delivered: CheckCheck, read: CheckCheck, failed: TriangleAlert }

function Tick({ delivery }: { delivery: NonNullable<ChatMessage['delivery']> }) {
  const { t } = useTranslation('conversations')
  const Icon = TICKS[delivery]
  return <Icon role="img" aria-label={t(delivery)} className={classes('size-4', delivery === 'read' && 'text-sky', delivery === 'failed' && 'text-berry')} />
}
