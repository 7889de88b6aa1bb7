import type { OrderStatus } from '@/api/types'

/** The states an order can be in, in the order of its life. */
export const STATUSES = [
  'paid', 'awaiting-payment', 'packed', 'with-courier', 'delivered', 'refund-due', 'refunded', 'cancelled', 'expired',
] as const satisfies readonly OrderStatus[]

export type OrdersSearch = { status?: OrderStatus }

/** Which orders the address asks for. */
export function ordersSearch(raw: Record<string, unknown>): OrdersSearch {
  const status = STATUSES.find((known) => known === raw['status'])
  return status === undefined ? {} : { status }
}
