import { Link } from '@tanstack/react-router'
import { MessageCircle, ShoppingBag } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import type { ConversationRow, OrderRow } from '@/api/types'
import { Card, CardHead } from '@/components/card'
import { useCustomerName } from '@/components/customer'
import { Marked } from '@/components/marked'
import { OrderStatusChip } from '@/components/order-status'
import { Skeletons } from '@/components/skeleton'
import { Ago } from '@/components/time'

const SHOWN = 6
type Entry = { kind: 'order'; at: string; order: OrderRow } | { kind: 'chat'; at: string; chat: ConversationRow }

/** The latest orders and chats in one list, newest first. */
export function latest(orders: readonly OrderRow[], chats: readonly ConversationRow[]): Entry[] {
  const entries: Entry[] = [
    ...orders.map((order) => ({ kind: 'order' as const, at: order.placed_at, order })),
    ...chats.map((chat) => ({ kind: 'chat' as const, at: chat.last_at, chat })),
  ]
  return entries.sort((one, other) => Date.parse(other.at) - Date.parse(one.at)).slice(0, SHOWN)
}

/** What just happened in the shop. */
export function Activity() {
  const { t } = useTranslation('today')
  const orders = api.useQuery('get', '/api/orders', { params: { query: { limit: SHOWN } } })
  const chats = api.useQuery('get', '/api/conversations', { params: { query: { limit: SHOWN } } })
  const entries = latest(orders.data?.items ?? [], chats.data?.items ?? [])
  const waiting = orders.isPending || chats.isPending
  return (
    <Card aria-labelledby="latest">
      <CardHead id="latest" title={t('activity')} />
      {waiting ? <Skeletons count={4} className="grid gap-3 px-5 pb-5" each="h-11" /> : null}
      {!waiting && entries.length === 0 ? <p className="px-5 pb-5 text-ink-soft">{t('activityTeach')}</p> : null}
      <ul className="px-2 pb-3">
        {entries.map((entry) => (
          <li key={`${entry.kind}${entry.kind === 'order' ? entry.order.id : entry.chat.id}`}>
            {entry.kind === 'order' ? <OrderEntry order={entry.order} /> : <ChatEntry chat={entry.chat} />}
          </li>
        ))}
      </ul>
    </Card>
  )
}

const ROW = 'flex min-h-14 items-center gap-3 rounded-2xl px-3 py-2 transition-colors hover:bg-sunken'

function OrderEntry({ order }: { order: OrderRow }) {
  const { t } = useTranslation('today')
  const nameOf = useCustomerName()
  return (
    <Link to="/orders/$order" params={{ order: order.id }} className={ROW}>
      <span aria-hidden className="grid size-9 shrink-0 place-items-center rounded-full bg-clay-soft text-clay-ink"><ShoppingBag className="size-4.5" /></span>
      <span className="min-w-0 flex-1">
        <span className="block truncate font-semibold">{t('ordered', { name: nameOf(order.customer), title: order.first_title })}</span>
        <span className="mt-0.5 flex flex-wrap items-center justify-between gap-x-2 gap-y-1 text-sm text-ink-soft">
          <span className="figures whitespace-nowrap">{order.total.text} · <Ago at={order.placed_at} /></span>
          <OrderStatusChip status={order.status} />
        </span>
      </span>
    </Link>
  )
}

function ChatEntry({ chat }: { chat: ConversationRow }) {
  const nameOf = useCustomerName()
  return (
    <Link to="/conversations/$conversation" params={{ conversation: chat.id }} className={ROW}>
      <span aria-hidden className="grid size-9 shrink-0 place-items-center rounded-full bg-leaf-soft text-leaf-ink"><MessageCircle className="size-4.5" /></span>
      <span className="min-w-0 flex-1">
        <span className="block truncate font-semibold">{nameOf(chat.customer)}</span>
        <span className="block truncate text-sm text-ink-soft">{chat.last_text === null ? null : <Marked text={chat.last_text} />}</span>
      </span>
      <Ago at={chat.last_at} className="text-sm whitespace-nowrap text-ink-soft" />
    </Link>
  )
}
