import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Keeping } from './keeping'
import { ApiProblem } from './problem'

const ME = ['get', '/api/me']

function fixture() {
  let held: unknown = null
  const drawer = { read: () => Promise.resolve(held), put: (value: unknown) => Promise.resolve(void (held = structuredClone(value))), empty: () => Promise.resolve(void (held = null)) }
  const page = (release: string) => {
    const queries = new QueryClient()
    const keeping = new Keeping(queries, drawer, release)
    return { queries, keeping }
  }
  return { page, held: () => held }
}

describe('what the page knows', () => {
  beforeEach(() => { vi.useFakeTimers() })
  afterEach(() => { vi.useRealTimers() })

  it('is there again when the page is opened anew, with its age', async () => {
    const { page } = fixture()
    const first = page('1')
    first.keeping.begin()
    first.queries.setQueryData(ME, { role: 'owner' })
    const at = first.queries.getQueryState(ME)?.dataUpdatedAt
    await vi.advanceTimersByTimeAsync(2_000)
    const second = page('1')
    await second.keeping.restore()
    expect(second.queries.getQueryData(ME)).toEqual({ role: 'owner' })
    expect(second.queries.getQueryState(ME)?.dataUpdatedAt).toBe(at)
  })

  it('is not read by another release, nor after three days', async () => {
    const { page } = fixture()
    const first = page('1')
    first.keeping.begin()
    first.queries.setQueryData(ME, { role: 'owner' })
    await vi.advanceTimersByTimeAsync(2_000)
    for (const [release, later] of [['2', 0], ['1', 3 * 24 * 3_600_000]] as const) {
      vi.setSystemTime(Date.now() + later)
      const other = page(release)
      await other.keeping.restore()
      expect(other.queries.getQueryData(ME)).toBeUndefined()
    }
  })

  it('stays while the line is away', async () => {
    const { page, held } = fixture()
    const shop = page('1')
    shop.keeping.begin()
    shop.queries.setQueryData(ME, { role: 'owner' })
    await shop.queries.query({ queryKey: ME, queryFn: () => Promise.reject(new TypeError('no line')), retry: false }).catch(() => null)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(held()).not.toBeNull()
    const later = page('1')
    await later.keeping.restore()
    expect(later.queries.getQueryState(ME)).toMatchObject({ status: 'success', data: { role: 'owner' } })
  })

  it('is thrown away as soon as nobody is signed in', async () => {
    const { page, held } = fixture()
    const shop = page('1')
    shop.keeping.begin()
    shop.queries.setQueryData(ME, { role: 'owner' })
    await vi.advanceTimersByTimeAsync(2_000)
    expect(held()).not.toBeNull()
    await shop.queries.query({ queryKey: ME, queryFn: () => Promise.reject(new ApiProblem(401, 'no-session', null, null)), retry: false }).catch(() => null)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(held()).toBeNull()
  })
})
