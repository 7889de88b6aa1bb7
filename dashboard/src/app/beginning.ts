import { askAhead } from '@/api/ahead'

/** A question of a screen to the shop. Shape: `query` as the screen names it, for it is known by that later. */
export type Ask = { path: `/api/${string}`; query?: Record<string, string | number>; endless?: true }
type Screen = { screen: () => Promise<unknown>; asks: readonly Ask[] }

/** The screens an owner's day begins with, with what each asks the shop first. */
const DAILY: Record<string, Screen> = {
  '/today': {
    screen: () => import('@/features/today/today-page'),
    asks: [
      { path: '/api/today' },
      { path: '/api/today/needs' },
      { path: '/api/insights/sales', query: { days: 30 } },
      { path: '/api/orders', query: { limit: 6 } },
      { path: '/api/conversations', query: { limit: 6 } },
    ],
  },
  '/conversations': { screen: () => import('@/features/conversations/conversations-page'), asks: [] },
  '/orders': { screen: () => import('@/features/orders/orders-page'), asks: [{ path: '/api/orders', query: { cursor: '' }, endless: true }] },
  '/products': { screen: () => import('@/features/products/products-page'), asks: [] },
  '/insights': { screen: () => import('@/features/insights/insights-page'), asks: [{ path: '/api/insights/sales', query: { days: 30 } }] },
}
/** What the frame around every screen asks. */
const FRAME: readonly Ask[] = [{ path: '/api/conversations/unread' }]
const ME: Ask = { path: '/api/me' }
const SIGNED_OUT = 401
const OUTSIDE = /^\/(?:$|platform|set-password)/

const address = ({ path, query = {} }: Ask): string => {
  const words = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString()
  return words === '' ? path : `${path}?${words}`
}

const asksAt = (pathname: string): readonly Ask[] => [...(DAILY[pathname]?.asks ?? []), ...FRAME]

/** What the screen at a place asks first and holds whole once it is answered. */
export const firstAsks = (pathname: string): readonly Ask[] =>
  OUTSIDE.test(pathname) ? [] : [ME, ...asksAt(pathname).filter((ask) => ask.endless === undefined)]

/** Asks for a place's script, for who is signed in, and then for what she sees first. */
export function beginAt(pathname: string): void {
  void DAILY[pathname]?.screen()
  if (OUTSIDE.test(pathname)) return
  void askAhead(ME.path).then((me) => {
    if (me.ok) asksAt(pathname).forEach((ask) => void askAhead(address(ask)))
    else if (me.status === SIGNED_OUT) {
      void askAhead('/sandbox/api/boutiques')
      void import('./sign-in')
    }
  }, () => undefined)
}
