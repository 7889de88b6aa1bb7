import type { LinkProps } from '@tanstack/react-router'
import type { Words } from '@/words/en'

export type Action = { word: keyof Words['search']; link: Pick<LinkProps, 'to' | 'search'>; owner?: true }

/** Where one can go at once, in the order of a day's work. */
export const ACTIONS: readonly Action[] = [
  { word: 'today', link: { to: '/today' } },
  { word: 'toPack', link: { to: '/orders', search: { status: 'paid' } } },
  { word: 'toHandOver', link: { to: '/orders', search: { status: 'packed' } } },
  { word: 'chatsWaiting', link: { to: '/conversations', search: { waiting: true } } },
  { word: 'unpaid', link: { to: '/orders', search: { status: 'awaiting-payment' } } },
  { word: 'low', link: { to: '/products', search: { stock: 'low' } } },
  { word: 'chats', link: { to: '/conversations' } },
  { word: 'allOrders', link: { to: '/orders' } },
  { word: 'products', link: { to: '/products' } },
  { word: 'stockTake', link: { to: '/products/stock-take' } },
  { word: 'allCustomers', link: { to: '/customers' } },
  { word: 'money', link: { to: '/money' } },
  { word: 'insights', link: { to: '/insights' } },
  { word: 'year', link: { to: '/insights', search: { days: 366 } } },
  { word: 'agent', link: { to: '/agent' }, owner: true },
  { word: 'staff', link: { to: '/staff' }, owner: true },
  { word: 'shop', link: { to: '/shop' }, owner: true },
  { word: 'subscription', link: { to: '/subscription' }, owner: true },
]

/** Whether each of the words begins one of the label's. */
export function fits(label: string, words: string): boolean {
  const parts = label.toLowerCase().split(/\s+/)
  return words.toLowerCase().split(/\s+/).filter(Boolean).every((word) => parts.some((part) => part.startsWith(word)))
}
