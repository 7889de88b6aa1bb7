import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LiveFeed } from './live'

const OPENED = 1_700_000_000_000

/** A stream that the test speaks into. */
class FakeStream extends EventTarget {
  static readonly CLOSED = 2
  static opened: FakeStream[] = []
  readyState = 1
  constructor(readonly address: string) {
    super()
    FakeStream.opened.push(this)
  }
  close = () => (this.readyState = FakeStream.CLOSED)
  say = (visible: number, head: number) => this.dispatchEvent(new MessageEvent('position', { data: JSON.stringify({ visible, head }) }))
}

const joined = () => {
  const queries = new QueryClient()
  const asked = vi.spyOn(queries, 'invalidateQueries')
  const feed = new LiveFeed(queries, OPENED)
  feed.join()
  const stream = FakeStream.opened.at(-1) ?? new FakeStream('never opened')
  return { feed, asked, queries, stream }
}

describe('the live feed', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    FakeStream.opened = []
    vi.stubGlobal('EventSource', FakeStream)
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('asks once for a burst of positions', () => {
    const { asked, stream } = joined()
    stream.say(4, 7)
    asked.mockClear()
    for (const position of [5, 6, 7]) stream.say(position, 7)
    vi.advanceTimersByTime(10_000)
    expect(asked.mock.calls).toEqual([[]])
  })

  it('asks at once for what was known before the page was opened, and for the rest when the page is at rest', () => {
    const { asked, queries, stream } = joined()
    queries.setQueryData(['kept'], 1, { updatedAt: OPENED - 1 })
    queries.setQueryData(['asked'], 1, { updatedAt: OPENED + 1 })
    const old = (key: string) => queries.getQueryState([key])?.isInvalidated

    stream.say(4, 4)
    vi.advanceTimersByTime(1_000)
    expect([old('kept'), old('asked')]).toEqual([true, false])
    vi.advanceTimersByTime(9_000)
    expect(old('asked')).toBe(true)
    expect(asked).toHaveBeenCalledTimes(2)
  })

  it('tells how far the rows are behind the log', () => {
    const { feed, stream } = joined()
    stream.say(90, 100)
    expect(feed.current()).toMatchObject({ state: 'live', behind: 10 })
  })

  it('joins again after the stream was closed on it', () => {
    const { feed, stream } = joined()
    stream.close()
    stream.dispatchEvent(new Event('error'))
    expect(feed.current().state).toBe('lost')
    vi.advanceTimersByTime(5_000)
    expect(FakeStream.opened).toHaveLength(2)
  })

  it('asks nothing after it was left', () => {
    const { feed, asked, stream } = joined()
    stream.say(1, 1)
    asked.mockClear()
    feed.leave()
    vi.advanceTimersByTime(10_000)
    expect(asked).not.toHaveBeenCalled()
    expect(FakeStream.opened).toHaveLength(1)
  })
})
