export type ImportSearch = { list?: string }

/** Which import the address shows, so that it can be left and come back to. */
export function importSearch(raw: Record<string, unknown>): ImportSearch {
  const list = raw['list']
  return typeof list === 'string' && /^[0-9a-f-]{36}$/.test(list) ? { list } : {}
}
