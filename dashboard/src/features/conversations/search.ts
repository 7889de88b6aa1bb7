export type ConversationsSearch = { waiting?: true; unread?: true; q?: string }

/** Which chats the address asks for. */
export function conversationsSearch(raw: Record<string, unknown>): ConversationsSearch {
  const search: ConversationsSearch = {}
  if (raw['waiting'] === true) search.waiting = true
  if (raw['unread'] === true) search.unread = true
  const asked = typeof raw['q'] === 'number' ? String(raw['q']) : raw['q']
  if (typeof asked === 'string' && asked !== '') search.q = asked.slice(0, 80)
  return search
}

/** The same search with words looked for, or without any. */
export function withWords({ q: _, ...rest }: ConversationsSearch, word: string): ConversationsSearch {
  return word === '' ? rest : { ...rest, q: word }
}
