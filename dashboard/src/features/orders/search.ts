import type { OrderStatus } from '@/api/types'

/** The states an order can be in, in the order of its life. */
export const STATUSES = [
  'paid', 'awaiting-payment', 'packed', 'with-courier', 'delivered', 'refund-due', 'refunded', 'not-refunded', 'cancelled', 'expired',
] as const satisfies readonly OrderStatus[]

export type OrdersFilter = { status?: OrderStatus; q?: string; area?: string; since?: string; until?: string }
export type OrdersSearch = OrdersFilter & { look?: 'board' }

const text = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 60) : typeof value === 'number' ? String(value) : undefined)
const day = (value: unknown): string | undefined => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined)

/** Which orders the address asks for, and how they are laid out. */
export function ordersSearch(raw: Record<string, unknown>): OrdersSearch {
  const status = STATUSES.find((known) => known === raw['status'])
  const asked = { status, q: text(raw['q']), area: text(raw['area']), since: day(raw['since']), until: day(raw['until']), look: raw['look'] === 'board' ? 'board' as const : undefined }
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
}

/** The filters alone, as the API and the files are asked by. */
export function filterOf({ look: _, ...filter }: OrdersSearch): OrdersFilter {
  return filter
}

/** The search without one of its parts. */
export function without(search: OrdersSearch, key: keyof OrdersSearch): OrdersSearch {
  const { [key]: _, ...rest } = search
  return rest
}

/** Where a file of exactly these orders is had. */
export function filePath(file: 'orders.csv' | 'packing-slips.pdf', search: OrdersSearch): string {
  const asked = new URLSearchParams(Object.entries(filterOf(search)))
  return `/api/${file}${asked.size > 0 ? `?${asked.toString()}` : ''}`
}
