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
        <Avatar customer={order.customer} className="max-sm:row-span-3 max-sm:row-start-1 max-sm:self-start" />
        <span className="min-w-0 max-sm:contents">
          <span className="block truncate font-semibold max-sm:col-start-2 max-sm:row-start-1">{nameOf(order.customer)}</span>
          <span className="figures block truncate text-sm text-ink-soft max-sm:col-span-2 max-sm:col-start-2 max-sm:row-start-2">{order.number} · <Ago at={order.placed_at} /></span>
        </span>
        <span className="figures text-right font-display text-lg font-semibold whitespace-nowrap max-sm:col-start-3 max-sm:row-start-1 sm:order-1">{order.total.text}</span>
        <span className="flex items-center gap-3 max-sm:col-span-2 max-sm:col-start-2 max-sm:row-start-3 sm:contents">
          <span className="min-w-0 flex-1 truncate text-ink-soft">{order.first_title}{more}<span className="max-sm:hidden"> · {order.delivery_area}</span></span>
          <span className="sm:justify-self-start"><OrderStatusChip status={order.status} /></span>
        </span>
        <ChevronRight aria-hidden className="size-5 text-line-strong max-sm:hidden sm:order-2" />
      </Link>
    </li>
  )
}
