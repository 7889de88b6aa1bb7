import { Link } from '@tanstack/react-router'
import { Hand } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ConversationRow } from '@/api/types'
import { Chip } from '@/components/chip'
import { classes } from '@/components/classes'
import { Avatar, useCustomerName } from '@/components/customer'
import { Marked } from '@/components/marked'
import { Ago } from '@/components/time'
import { useKindWord, useReasonWord } from './kinds'
import { LabelChips } from './label-chips'

/** One chat in the list. */
export function ChatRow({ row }: { row: ConversationRow }) {
  const { t } = useTranslation(['conversations', 'notebook'])
  const nameOf = useCustomerName()
  const kindWord = useKindWord()
  const reasonWord = useReasonWord()
  const text = row.last_text ?? kindWord(row.last_kind)
  return (
    <li className="border-b border-line last:border-0">
      <Link
        to="/conversations/$conversation" params={{ conversation: row.id }} search={(kept) => kept}
        className="flex items-start gap-3 px-4 py-3.5 transition-colors hover:bg-sunken aria-[current=page]:bg-clay-soft"
      >
        <Avatar customer={row.customer} />
        <span className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)] gap-0.5">
          <span className="flex items-baseline justify-between gap-2">
            <span className="truncate font-semibold">{nameOf(row.customer)}</span>
            <Ago at={row.last_at} className="text-sm whitespace-nowrap text-ink-soft" />
          </span>
          <span className="flex items-center gap-2">
            <span className={classes('min-w-0 flex-1 truncate', row.unread > 0 ? 'font-semibold' : 'text-ink-soft')}><Marked text={row.last_side === 'customer' ? text : t('you', { text })} /></span>
            {row.unread > 0 ? (
              <span className="figures grid h-6 min-w-6 place-items-center rounded-full bg-leaf px-1.5 text-xs font-bold text-ground">
                <span aria-hidden>{row.unread}</span>
                <span className="sr-only">{t('notebook:newMessages', { count: row.unread })}</span>
              </span>
            ) : null}
          </span>
          {row.needs_person || row.labels.length > 0 ? (
            <span className="mt-1 flex flex-wrap gap-1">
              {row.needs_person ? <Chip tone="berry"><Hand aria-hidden />{reasonWord(row.reason)}{row.unanswered > 0 ? ` · ${row.unanswered}` : ''}</Chip> : null}
              <LabelChips labels={row.labels} />
            </span>
          ) : null}
        </span>
      </Link>
    </li>
  )
}
