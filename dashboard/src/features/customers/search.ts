export const GROUPS = ['buyers', 'lookers', 'offers', 'erasure'] as const
export type Group = (typeof GROUPS)[number]
export type CustomersSearch = { q?: string; group?: Group; label?: string }

/** Which customers the address asks for; a number typed into it is a word too. */
export function customersSearch(raw: Record<string, unknown>): CustomersSearch {
  const search: CustomersSearch = {}
  const asked = typeof raw['q'] === 'number' ? String(raw['q']) : raw['q']
  if (typeof asked === 'string' && asked !== '') search.q = asked.slice(0, 80)
  const group = GROUPS.find((known) => known === raw['group'])
  if (group !== undefined) search.group = group
  if (typeof raw['label'] === 'string' && /^[0-9a-f-]{36}$/.test(raw['label'])) search.label = raw['label']
  return search
}

/** The search without some of its filters. */
export function without(search: CustomersSearch, ...keys: readonly (keyof CustomersSearch)[]): CustomersSearch {
  return Object.fromEntries(Object.entries(search).filter(([key]) => !keys.some((left) => left === key)))
}

/** Where exactly these customers are had as a file. */
export function exportPath(search: CustomersSearch): string {
  const asked = new URLSearchParams(Object.entries(search))
  return `/api/customers.csv${asked.size > 0 ? `?${asked.toString()}` : ''}`
}
