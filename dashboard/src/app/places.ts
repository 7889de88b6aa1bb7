import { ChartNoAxesColumn, MessagesSquare, PackageOpen, Shirt, Store } from 'lucide-react'

/** The places of the shop, in the order of a day's work. */
export const PLACES = [
  { to: '/today', word: 'today', icon: Store },
  { to: '/conversations', word: 'conversations', icon: MessagesSquare },
  { to: '/orders', word: 'orders', icon: PackageOpen },
  { to: '/products', word: 'products', icon: Shirt },
  { to: '/insights', word: 'insights', icon: ChartNoAxesColumn },
] as const
