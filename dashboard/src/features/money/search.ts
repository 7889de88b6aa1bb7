export const KINDS = ['refunds', 'deposits', 'beside'] as const
export type MoneySearch = { kind?: (typeof KINDS)[number]; q?: string }

/** Which waiting money the address asks for; a sum typed into it is a word too. */
export function moneySearch(raw: Record<string, unknown>): MoneySearch {
  const search: MoneySearch = {}
  const kind = KINDS.find((known) => known === raw['kind'])
  if (kind !== undefined) search.kind = kind
  const asked = typeof raw['q'] === 'number' ? String(raw['q']) : raw['q']
  if (typeof asked === 'string' && asked !== '') search.q = asked.slice(0, 80)
  return search
}

/** The same search of another kind, or of every kind. */
export function ofKind({ q }: MoneySearch, kind?: MoneySearch['kind']): MoneySearch {
  return { ...(kind !== undefined && { kind }), ...(q !== undefined && { q }) }
}

/** The same search with other words, or without any. */
export function withWords({ kind }: MoneySearch, word: string): MoneySearch {
  return { ...(kind !== undefined && { kind }), ...(word !== '' && { q: word }) }
}

/** Where exactly this money is had as a file. */
export function exportPath(search: MoneySearch): string {
  const asked = new URLSearchParams(Object.entries(search))
  return `/api/money.csv${asked.size > 0 ? `?${asked.toString()}` : ''}`
}
