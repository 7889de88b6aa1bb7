export type ConversationsSearch = { waiting?: true; unread?: true; unanswered?: true; label?: string; q?: string }

/** Which chats the address asks for. */
export function conversationsSearch(raw: Record<string, unknown>): ConversationsSearch {
  const search: ConversationsSearch = {}
  for (const only of ['waiting', 'unread', 'unanswered'] as const) if (raw[only] === true || raw[only] === 'true') search[only] = true
  if (typeof raw['label'] === 'string' && /^[0-9a-f-]{36}$/.test(raw['label'])) search.label = raw['label']
  const asked = typeof raw['q'] === 'number' ? String(raw['q']) : raw['q']
  if (typeof asked === 'string' && asked !== '') search.q = asked.slice(0, 80)
  return search
}

/** The search as a kept view remembers it. */
export function asView(search: ConversationsSearch): Record<string, string> {
  return Object.fromEntries(Object.entries(search).map(([part, said]) => [part, String(said)]))
}

/** The same search with words looked for, or without any. */
export function withWords({ q: _, ...rest }: ConversationsSearch, word: string): ConversationsSearch {
  return word === '' ? rest : { ...rest, q: word }
}

/** What the API is asked by. */
export function filterOf({ waiting, ...rest }: ConversationsSearch) {
  return waiting === true ? { ...rest, needs_person: true as const } : rest
}

/** Where exactly these chats are had as a file. */
export function exportPath(search: ConversationsSearch): string {
  const asked = new URLSearchParams(Object.entries(filterOf(search)).map(([part, said]) => [part, String(said)]))
  return `/api/conversations.csv${asked.size > 0 ? `?${asked.toString()}` : ''}`
}
