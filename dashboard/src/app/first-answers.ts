import type { QueryExecuteOptions, QueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import { firstAsks, type Ask } from './beginning'

// The typed client cannot know which of its paths a list holds; the list itself is read by the screens' own tests.
const asked = api.queryOptions as unknown as (method: 'get', path: string, init?: { params: { query: Ask['query'] } }) => QueryExecuteOptions

const optionsOf = ({ path, query }: Ask): QueryExecuteOptions => (query === undefined ? asked('get', path) : asked('get', path, { params: { query } }))

/** Waits for who is signed in and, if somebody is, for what her screen shows first: it is drawn once, and whole. */
export async function firstAnswers(queries: QueryClient, pathname: string): Promise<void> {
  const [me, ...others] = firstAsks(pathname).map(optionsOf)
  if (me === undefined || queries.getQueryData(me.queryKey) !== undefined) return
  const isIn = await queries.query({ ...me, retry: false }).then(() => true, () => false)
  if (isIn) await Promise.all(others.map((one) => queries.query(one).catch(() => undefined)))
}
