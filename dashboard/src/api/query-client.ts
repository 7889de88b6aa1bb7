import { QueryClient } from '@tanstack/react-query'
import { ApiProblem } from './problem'

/** A refusal will not change by asking again; a broken line or a broken server may. */
export function worthAnotherTry(failures: number, error: unknown): boolean {
  if (error instanceof ApiProblem && error.status < 500) return false
  return failures < 3
}

/** What the page knows of the shop. Live events make it ask again, so that nothing polls. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, gcTime: 30 * 60_000, retry: worthAnotherTry, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  })
}
