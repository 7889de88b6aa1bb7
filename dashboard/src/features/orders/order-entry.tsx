import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OrderRow } from '@/api/types'
import { Avatar, useCustomerName } from '@/components/customer'
import { OrderStatusChip } from '@/components/order-status'
import { Ago } from '@/components/time'

/** One order in the list: stacked on a phone, in one line on a desk. */
export function OrderEntry({ order }: { order: OrderRow }) {
  const { t } = useTranslation('orders')
  const nameOf = useCustomerName()
  const more = order.pieces > 1 ? ` · ${t('piece', { count: order.pieces })}` : ''
  return (
    <li className="border-b border-line last:border-0">
      <Link to="/orders/$order" params={{ order: order.id }} className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 px-4 py-3.5 transition-colors hover:bg-sunken sm:grid-cols-[auto_minmax(0,1.3fr)_minmax(0,1.6fr)_9.5rem_7rem_1.25rem] sm:gap-x-4 sm:px-5">
        <Avatar customer={order.customer} />
        <span className="min-w-0">
          <span className="block truncate font-semibold">{nameOf(order.customer)}</span>
          <span className="figures block truncate text-sm text-ink-soft">{order.number} · <Ago at={order.placed_at} /></span>
        </span>
        <span className="figures text-right font-display text-lg font-semibold whitespace-nowrap sm:order-1">{order.total.text}</span>
        <span className="col-start-2 min-w-0 truncate text-ink-soft sm:col-start-auto">{order.first_title}{more}<span className="max-sm:hidden"> · {order.delivery_area}</span></span>
        <span className="justify-self-end sm:justify-self-start"><OrderStatusChip status={order.status} /></span>
        <ChevronRight aria-hidden className="size-5 text-line-strong max-sm:hidden sm:order-2" />
      </Link>
    </li>
  )
}
