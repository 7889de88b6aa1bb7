import { askAhead } from '@/api/ahead'

/** The screens an owner's day begins with, with what each asks the shop first. */
const DAILY: Record<string, { screen: () => Promise<unknown>; asks: readonly string[] }> = {
  '/today': {
    screen: () => import('@/features/today/today-page'),
    asks: ['/api/today', '/api/today/needs', '/api/insights/sales?days=30', '/api/orders?limit=6', '/api/conversations?limit=6'],
  },
  '/conversations': { screen: () => import('@/features/conversations/conversations-page'), asks: [] },
  '/orders': { screen: () => import('@/features/orders/orders-page'), asks: ['/api/orders?cursor='] },
  '/products': { screen: () => import('@/features/products/products-page'), asks: [] },
  '/insights': { screen: () => import('@/features/insights/insights-page'), asks: ['/api/insights/sales?days=30'] },
}
const SIGNED_OUT = 401
const OUTSIDE = /^\/(?:$|platform|set-password)/

/** Asks for a place's script, for who is signed in, and then for what she sees first. */
export function beginAt(pathname: string): void {
  const place = DAILY[pathname]
  void place?.screen()
  if (OUTSIDE.test(pathname)) return
  void askAhead('/api/me').then((me) => {
    if (me.ok) place?.asks.forEach((path) => void askAhead(path))
    else if (me.status === SIGNED_OUT) {
      void askAhead('/sandbox/api/boutiques')
      void import('./sign-in')
    }
  }, () => undefined)
}
