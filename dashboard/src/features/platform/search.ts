export const STRETCHES = [7, 30, 90, 366] as const
export const SORTS = ['orders', 'conversion', 'spent', 'monthly', 'since', 'title'] as const
export const SHOWN = ['all', 'troubled', 'quiet'] as const
export type Sort = (typeof SORTS)[number]
export type Shown = (typeof SHOWN)[number]
export type PlatformSearch = { days?: number; q?: string; sort?: Sort; shown?: Shown }

/** Which days, which boutiques and in which order the address asks for. */
export function platformSearch(raw: Record<string, unknown>): PlatformSearch {
  const days = STRETCHES.find((known) => known === Number(raw['days']))
  const asked = typeof raw['q'] === 'number' ? String(raw['q']) : raw['q']
  const sort = SORTS.find((known) => known === raw['sort'])
  const shown = SHOWN.find((known) => known === raw['shown'])
  return {
    ...(days === undefined ? {} : { days }),
    ...(typeof asked === 'string' && asked !== '' ? { q: asked.slice(0, 80) } : {}),
    ...(sort === undefined ? {} : { sort }),
    ...(shown === undefined || shown === 'all' ? {} : { shown }),
  }
}
