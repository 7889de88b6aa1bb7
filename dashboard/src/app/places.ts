import { ChartNoAxesColumn, MessagesSquare, PackageOpen, Shirt, Store, UsersRound } from 'lucide-react'

/** The places of the shop, in the order of a day's work. On a phone five of them fit; the rest is opened from the settings. */
export const PLACES = [
  { to: '/today', word: 'today', icon: Store },
  { to: '/conversations', word: 'conversations', icon: MessagesSquare },
  { to: '/orders', word: 'orders', icon: PackageOpen },
  { to: '/products', word: 'products', icon: Shirt },
  { to: '/customers', word: 'customers', icon: UsersRound },
  { to: '/insights', word: 'insights', icon: ChartNoAxesColumn },
] as const

const SELDOM = '/customers'

/** Those at the foot of a phone. */
export const AT_HAND = PLACES.filter(({ to }) => to !== SELDOM)
