export type CustomersSearch = { q?: string }

/** Which customers the address asks for; a number typed into it is a word too. */
export function customersSearch(raw: Record<string, unknown>): CustomersSearch {
  const asked = typeof raw['q'] === 'number' ? String(raw['q']) : raw['q']
  return typeof asked === 'string' && asked !== '' ? { q: asked.slice(0, 80) } : {}
}
