import { QueryCache, QueryClient, type Mutation } from '@tanstack/react-query'
import { client } from './client'
import { ApiProblem, isSignedOut } from './problem'

/** A refusal will not change by asking again; a broken line or a broken server may. */
export function worthAnotherTry(failures: number, error: unknown): boolean {
  if (error instanceof ApiProblem && error.status < 500) return false
  return failures < 3
}

/** Steps that a person takes without a line: the shop takes each once, however often it is told. */
export const KEPT_STEPS = ['/api/orders/{order}/pack', '/api/orders/{order}/courier', '/api/orders/{order}/deliver', '/api/products/stock-take'] as const

export const isKeptStep = (mutation: Mutation): boolean => KEPT_STEPS.some((path) => path === mutation.options.mutationKey?.[1])

const TRIES = 20
const onABrokenLine = (failures: number, error: unknown): boolean => !(error instanceof ApiProblem) && failures < TRIES

/** What the page knows of the shop. Live events make it ask again, so that nothing polls. */
export function createQueryClient(): QueryClient {
  const me = ['get', '/api/me']
  const queryCache = new QueryCache({
    // A session that ended while the page was open: asking who is signed in brings up the way back in.
    onError: (error, query) => {
      if (isSignedOut(error) && query.queryKey[1] !== me[1]) void queries.invalidateQueries({ queryKey: me })
    },
  })
  const queries: QueryClient = new QueryClient({
    queryCache,
    defaultOptions: {
      queries: { staleTime: 30_000, gcTime: 30 * 60_000, retry: worthAnotherTry, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  })
  for (const path of KEPT_STEPS) {
    queries.setMutationDefaults(['post', path], { mutationFn: (init: never) => client.POST(path, init), retry: onABrokenLine, retryDelay: 3_000, onSettled: () => queries.invalidateQueries() })
  }
  return queries
}
