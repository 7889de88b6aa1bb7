import { askAhead } from '@/api/ahead'

/**
 * A question of a screen to the shop. Shape: `query` as the screen names it, for it is known by that later. An
 * `endless` list is asked for from its beginning, and only where the address does not ask for a part of it.
 */
export type Ask = { path: `/api/${string}`; query?: Record<string, string | number>; endless?: true }
type Place = Pick<Location, 'pathname' | 'search'>
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
  '/conversations': { screen: () => import('@/features/conversations/conversations-page'), asks: [{ path: '/api/conversations', query: {}, endless: true }, { path: '/api/labels' }] },
  '/orders': { screen: () => import('@/features/orders/orders-page'), asks: [{ path: '/api/orders', query: {}, endless: true }] },
  '/products': { screen: () => import('@/features/products/products-page'), asks: [{ path: '/api/products', query: { limit: 48 }, endless: true }] },
  '/insights': { screen: () => import('@/features/insights/insights-page'), asks: [{ path: '/api/insights/sales', query: { days: 30 } }] },
}
/** What the frame around every screen asks. */
const FRAME: readonly Ask[] = [{ path: '/api/conversations/unread' }]
const ME: Ask = { path: '/api/me' }
const SIGNED_OUT = 401
const OUTSIDE = /^\/(?:$|platform|set-password)/

const address = ({ path, query = {}, endless }: Ask): string => {
  const words = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
  if (endless) words.set('cursor', '')
  return words.size === 0 ? path : `${path}?${words.toString()}`
}

const asksAt = ({ pathname, search }: Place): readonly Ask[] => [...(DAILY[pathname]?.asks ?? []).filter(({ endless }) => endless !== true || search === ''), ...FRAME]

/** Who is signed in, and what the screen at a place asks first. */
export const firstAsks = (place: Place): readonly Ask[] => OUTSIDE.test(place.pathname) ? [] : [ME, ...asksAt(place)]

/** Asks for a place's script, for who is signed in, and then for what she sees first. */
export function beginAt(place: Place): void {
  void DAILY[place.pathname]?.screen()
  if (OUTSIDE.test(place.pathname)) return
  void askAhead(ME.path).then((me) => {
    if (me.ok) asksAt(place).forEach((ask) => void askAhead(address(ask)))
    else if (me.status === SIGNED_OUT) {
      void askAhead('/sandbox/api/boutiques')
      void import('./sign-in')
    }
  }, () => undefined)
}
