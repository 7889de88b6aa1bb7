import { dehydrate, hydrate, type DehydratedState, type Mutation, type QueryClient } from '@tanstack/react-query'
import type { Drawer } from './drawer'
import { isSignedOut } from './problem'
import { isKeptStep } from './query-client'

type Kept = { page: string; at: number; state: DehydratedState }
const LONGEST_MS = 3 * 24 * 3_600_000
const GATHER_MS = 1_000
const WELL = { status: 'success', error: null, fetchStatus: 'idle', fetchFailureCount: 0, fetchFailureReason: null } as const

/** A step that was taken and is not answered: whatever became of it, it may be told again. */
const isOnItsWay = (step: Mutation): boolean => step.state.status === 'pending' && isKeptStep(step)

function fits(kept: unknown, page: string, now: number): kept is Kept {
  if (typeof kept !== 'object' || kept === null) return false
  const { page: of, at } = kept as Partial<Kept>
  return of === page && typeof at === 'number' && now - at < LONGEST_MS
}

/**
 * Keeps what the page knows, and the steps that wait for a line, beyond the page's end. Nothing is kept once
 * nobody is signed in; what another release of the page has kept is not read.
 */
export class Keeping {
  constructor(private readonly queries: QueryClient, private readonly drawer: Drawer, private readonly page: string) {}

  /** Bring back what was kept, and go on with the steps that waited. */
  async restore(): Promise<void> {
    const kept = await this.drawer.read().catch(() => null)
    if (fits(kept, this.page, Date.now())) hydrate(this.queries, kept.state)
  }

  /** Keep from now on whatever changes. */
  begin(): void {
    let gather: ReturnType<typeof setTimeout> | undefined
    const changed = () => {
      gather ??= setTimeout(() => {
        gather = undefined
        void this.#keep()
      }, GATHER_MS)
    }
    this.queries.getQueryCache().subscribe(changed)
    // A step that was taken is kept at once: the page may be closed the next moment.
    this.queries.getMutationCache().subscribe(() => void this.#keep())
  }

  /** All that is known, also where asking again has just failed. */
  #all(): Kept {
    const known = dehydrate(this.queries, { shouldDehydrateQuery: (query) => query.state.data !== undefined, shouldDehydrateMutation: isOnItsWay })
    const mutations = known.mutations.map((step) => ({ ...step, state: { ...step.state, isPaused: true } }))
    const queries = known.queries.map((query) => ({ ...query, state: { ...query.state, ...WELL } }))
    return { page: this.page, at: Date.now(), state: { queries, mutations } }
  }

  async #keep(): Promise<void> {
    const me = this.queries.getQueryState(['get', '/api/me'])
    // A line that is away is no reason to forget; only that nobody is signed in any more.
    if (isSignedOut(me?.error)) await this.drawer.empty().catch(() => undefined)
    else if (me?.data !== undefined) await this.drawer.put(this.#all()).catch(() => undefined)
  }
}
