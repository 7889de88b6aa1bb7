import { Link, useParams } from '@tanstack/react-router'
import { ArrowLeft, Hand, Tag } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { isMissing } from '@/api/problem'
import { useNotes } from '@/api/notebook'
import type { ChatMessage, Conversation, OrderRow } from '@/api/types'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Avatar, useCustomerName } from '@/components/customer'
import { More } from '@/components/more'
import { OrderStatusChip } from '@/components/order-status'
import { Skeletons } from '@/components/skeleton'
import { Trouble } from '@/components/trouble'
import { Composer } from './composer'
import { LabelChips } from './label-chips'
import { LabelsDialog } from './labels-dialog'
import { useReasonWord } from './kinds'
import { useReadMark } from './read-mark'
import { Thread } from './thread'

/** One customer's chat, with her orders beside her name. */
export function ConversationPage() {
  const { conversation: id } = useParams({ from: '/shop/conversations/$conversation' })
  const chat = api.useInfiniteQuery(
    'get', '/api/conversations/{conversation}', { params: { path: { conversation: id } } },
    { pageParamName: 'cursor', initialPageParam: '', getNextPageParam: (last) => last.older_cursor },
  )
  const newest = chat.data?.pages[0]
  if (chat.isPending) return <Skeletons count={5} className="grid gap-3" each="h-16" />
  if (newest === undefined) return <Trouble missing={isMissing(chat.error)} onRetry={() => void chat.refetch()} />
  return <Opened chat={newest} pages={chat} messages={[...(chat.data?.pages ?? [])].reverse().flatMap((page) => page.messages)} />
}

type OpenedProps = { chat: Conversation; messages: readonly ChatMessage[]; pages: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown } }

function Opened({ chat, messages, pages }: OpenedProps) {
  const me = api.useQuery('get', '/api/me')
  const maySell = me.data?.role === 'owner' || me.data?.role === 'staff'
  const notes = useNotes(chat.customer.id, () => undefined)
  useReadMark(chat.id, messages.at(-1)?.id, maySell)
  return (
    <Card className="flex h-[calc(100dvh-12.75rem)] flex-col overflow-hidden lg:h-full">
      <ChatHead chat={chat} maySell={maySell} />
      <Scroll last={`${messages.at(-1)?.id ?? ''} ${chat.notes.at(-1)?.id ?? ''}`}>
        <More shown={pages.hasNextPage} busy={pages.isFetchingNextPage} onMore={() => void pages.fetchNextPage()} />
        <Thread chat={chat.id} messages={messages} notes={chat.notes} onRemove={maySell ? notes.remove : null} />
      </Scroll>
      {maySell ? <Composer key={chat.id} chat={chat} /> : chat.needs_person ? <HandedOver reason={chat.reason} /> : null}
    </Card>
  )
}

function ChatHead({ chat, maySell }: { chat: Conversation; maySell: boolean }) {
  const { t } = useTranslation('conversations')
  const nameOf = useCustomerName()
  return (
    <header className="border-b border-line bg-surface px-3 py-2.5 sm:px-5">
      <div className="flex items-center gap-3">
        <Button kind="bare" shape="round" className="lg:hidden" asChild>
          <Link to="/conversations" search={(kept) => kept} aria-label={t('back', { ns: 'frame' })}><ArrowLeft aria-hidden /></Link>
        </Button>
        <Link to="/customers/$customer" params={{ customer: chat.customer.id }} className="flex min-h-11 min-w-0 items-center gap-3 rounded-2xl hover:underline">
          <Avatar customer={chat.customer} />
          <div className="min-w-0">
            <h1 className="truncate text-lg leading-tight">{nameOf(chat.customer)}</h1>
            <p className="figures text-sm text-ink-soft">{chat.customer.phone ?? t('noPhone', { ns: 'frame' })}</p>
          </div>
        </Link>
        <Labels chat={chat} maySell={maySell} />
      </div>
      {chat.orders.length === 0 ? null : <HerOrders orders={chat.orders} />}
    </header>
  )
}

function HerOrders({ orders }: { orders: readonly OrderRow[] }) {
  const { t } = useTranslation('conversations')
  return (
    <nav aria-label={t('orders')} className="mt-2 flex gap-2 overflow-x-auto [scrollbar-width:none]">
      {orders.map((order) => (
        <Link key={order.id} to="/orders/$order" params={{ order: order.id }} className="figures flex min-h-11 shrink-0 items-center gap-2 rounded-full border border-line px-3 text-sm font-semibold hover:border-line-strong">
          {order.number}<OrderStatusChip status={order.status} />
        </Link>
      ))}
    </nav>
  )
}

/** Keeps the newest message in sight when one arrives. */
function Scroll({ last, children }: { last: string | undefined; children: React.ReactNode }) {
  const { t } = useTranslation('conversations')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const end = box.current
    if (end) end.scrollTop = end.scrollHeight
  }, [last])
  return (
    // It scrolls, so that a keyboard must be able to reach it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={box} role="region" aria-label={t('thread')} tabIndex={0} className="chat-wall min-h-0 flex-1 overflow-y-auto px-3 py-4 -outline-offset-4 sm:px-6">{children}</div>
  )
}

function Labels({ chat, maySell }: { chat: Conversation; maySell: boolean }) {
  const { t } = useTranslation('notebook')
  const [open, setOpen] = useState(false)
  return (
    <div className="ml-auto flex min-w-0 items-center gap-2">
      <span className="hidden flex-wrap justify-end gap-1 sm:flex"><LabelChips labels={chat.labels} /></span>
      {maySell ? <Button kind="bare" shape="round" aria-label={t('labels')} title={t('labels')} onClick={() => setOpen(true)}><Tag aria-hidden /></Button> : null}
      {open ? <LabelsDialog chat={chat} onClose={() => setOpen(false)} /> : null}
    </div>
  )
}

function HandedOver({ reason }: { reason: string | null }) {
  const { t } = useTranslation('conversations')
  const reasonWord = useReasonWord()
  return (
    <footer className="flex items-start gap-3 border-t border-line bg-berry-soft px-5 py-3.5 text-berry-ink">
      <Hand aria-hidden className="mt-0.5 size-5 shrink-0" />
      <p><strong>{t('handed')}: {reasonWord(reason)}.</strong> {t('handedText')}</p>
    </footer>
  )
}
