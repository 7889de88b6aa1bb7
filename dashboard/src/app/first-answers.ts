import type { QueryExecuteOptions, QueryClient } from '@tanstack/react-query'
import { api, client } from '@/api/client'
import { firstAsks, type Ask } from './beginning'

// The typed client cannot know which of its paths a list holds; the list itself is read by the screens' own tests.
type Init = { params: { query: Ask['query'] } }
const asked = api.queryOptions as unknown as (method: 'get', path: string, init?: Init) => QueryExecuteOptions
const page = client.GET as unknown as (path: string, init: Init) => Promise<{ data?: unknown }>

const optionsOf = ({ path, query }: Ask): QueryExecuteOptions => (query === undefined ? asked('get', path) : asked('get', path, { params: { query } }))

const answer = (queries: QueryClient, ask: Ask): Promise<unknown> => {
  const { queryKey } = optionsOf(ask)
  if (ask.endless !== true) return queries.query(optionsOf(ask))
  const queryFn = async ({ pageParam }: { pageParam: string }) => (await page(ask.path, { params: { query: { ...ask.query, cursor: pageParam } } })).data
  return queries.infiniteQuery({ queryKey, queryFn, initialPageParam: '' })
}

/** Waits for who is signed in and, if somebody is, for what her screen shows first: it is drawn once, and whole. */
export async function firstAnswers(queries: QueryClient, place: Pick<Location, 'pathname' | 'search'>): Promise<void> {
  const [me, ...others] = firstAsks(place)
  if (me === undefined || queries.getQueryData(optionsOf(me).queryKey) !== undefined) return
  const isIn = await queries.query({ ...optionsOf(me), retry: false }).then(() => true, () => false)
  if (isIn) await Promise.all(others.map((one) => answer(queries, one).catch(() => undefined)))
}
