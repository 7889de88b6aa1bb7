import type { QueryClient } from '@tanstack/react-query'

const REST_MS = 1_000

/** Does something once the page has what it asked for: what helps later must not compete with what is seen first. */
export function whenAtRest(queries: QueryClient, then: () => void): void {
  let rest: ReturnType<typeof setTimeout> | undefined
  const stirred = () => {
    if (queries.isFetching() === 0) {
      rest ??= setTimeout(done, REST_MS)
      return
    }
    clearTimeout(rest)
    rest = undefined
  }
  const done = () => {
    leave()
    then()
  }
  const leave = queries.getQueryCache().subscribe(stirred)
  stirred()
}
