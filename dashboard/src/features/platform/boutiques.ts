import type { components } from '@/api/schema'
import type { PlatformSearch, Sort } from './search'

export type BoutiqueRow = components['schemas']['BoutiqueFigures']

const WEIGHTS: Record<Exclude<Sort, 'title'>, (row: BoutiqueRow) => number> = {
  orders: (row) => row.sums.orders,
  conversion: (row) => row.sums.conversion ?? -1,
  spent: (row) => row.sums.spent.micro_usd,
  monthly: (row) => row.monthly.cents,
  since: (row) => (row.since === null ? 0 : Date.parse(row.since)),
}

/** The boutiques that are asked for, in the order that is asked for. */
export function chosen(rows: readonly BoutiqueRow[], search: PlatformSearch): BoutiqueRow[] {
  const word = (search.q ?? '').toLowerCase()
  const found = rows.filter((row) => `${row.title} ${row.town}`.toLowerCase().includes(word)).filter((row) => {
    if (search.shown === 'troubled') return row.troubles > 0
    return search.shown !== 'quiet' || row.sums.orders === 0
  })
  const sort = search.sort ?? 'orders'
  const byTitle = (one: BoutiqueRow, other: BoutiqueRow) => one.title.localeCompare(other.title)
  if (sort === 'title') return found.sort(byTitle)
  const weight = WEIGHTS[sort]
  return found.sort((one, other) => weight(other) - weight(one) || byTitle(one, other))
}
