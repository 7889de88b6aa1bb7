import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import type { OrderRow, OrderStatus } from '@/api/types'
import { useCustomerName } from '@/components/customer'
import { Skeletons } from '@/components/skeleton'
import { Ago } from '@/components/time'
import { filterOf, without, type OrdersSearch } from './search'

const COLUMNS = ['awaiting-payment', 'paid', 'packed', 'with-courier', 'delivered'] as const satisfies readonly OrderStatus[]
const SHOWN = 30

/** The orders by how far they have come, a column for each step; on a phone the columns are swiped. */
export function Board({ search }: { search: OrdersSearch }) {
  const { t } = useTranslation('lists')
  return (
    // The columns scroll sideways, so a keyboard must be able to reach them.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="-mx-4 flex snap-x scroll-px-4 gap-3 overflow-x-auto px-4 pb-3 sm:mx-0 sm:px-0" tabIndex={0} role="region" aria-label={t('board')}>
      {COLUMNS.map((status) => <Column key={status} status={status} search={search} />)}
    </div>
  )
}

function Column({ status, search }: { status: OrderStatus; search: OrdersSearch }) {
  const { t } = useTranslation(['lists', 'status'])
  const orders = api.useQuery('get', '/api/orders', { params: { query: { ...filterOf(search), status, limit: SHOWN } } })
  const rows = orders.data?.items ?? []
  const more = orders.data?.next_cursor !== null && orders.data !== undefined
  return (
    <section aria-label={t(`status:${status}`)} className="w-72 shrink-0 snap-start rounded-3xl bg-sunken p-3 lg:w-auto lg:min-w-56 lg:flex-1">
      <h2 className="mb-2 flex items-baseline justify-between px-1 text-base">{t(`status:${status}`)}<span className="figures text-sm text-ink-soft">{rows.length}{more ? '+' : ''}</span></h2>
      {orders.isPending ? <Skeletons count={2} className="grid gap-2" each="h-24" /> : null}
      <ul className="grid gap-2">{rows.map((row) => <BoardCard key={row.id} order={row} />)}</ul>
      {!orders.isPending && rows.length === 0 ? <p className="px-1 py-4 text-sm text-ink-soft">{t('nothingHere')}</p> : null}
      {more ? <Link to="/orders" search={{ ...without(search, 'look'), status }} className="mt-2 inline-flex min-h-11 items-center px-1 font-semibold text-clay-ink underline">{t('seeAll')}</Link> : null}
    </section>
  )
}

function BoardCard({ order }: { order: OrderRow }) {
  const nameOf = useCustomerName()
  return (
    <li>
      <Link to="/orders/$order" params={{ order: order.id }} className="grid gap-0.5 rounded-2xl border border-line bg-surface p-3 hover:border-line-strong">
        <span className="flex justify-between gap-2"><span className="truncate font-semibold">{nameOf(order.customer)}</span><span className="figures font-display font-semibold whitespace-nowrap">{order.total.text}</span></span>
        <span className="truncate text-sm text-ink-soft">{order.first_title}</span>
        <span className="figures truncate text-sm text-ink-soft">{order.number} · {order.delivery_area} · <Ago at={order.placed_at} /></span>
      </Link>
    </li>
  )
}
