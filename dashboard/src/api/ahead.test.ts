import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answerTo, askAhead } from './ahead'

const at = (path: string) => new URL(path, globalThis.location.origin).href
const get = (path: string) => new Request(at(path))

describe('what is asked for ahead', () => {
  let asked: string[] = []
  beforeEach(() => {
    asked = []
    vi.useFakeTimers()
    vi.stubGlobal('fetch', (what: string | Request) => {
      asked.push(typeof what === 'string' ? what : what.url)
      return Promise.resolve(new Response(`answer ${asked.length}`))
    })
  })
  afterEach(() => {
    vi.runAllTimers()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('is taken once, and asked for anew from then on', async () => {
    void askAhead('/api/today')
    expect(await (await answerTo(get('/api/today'))).text()).toBe('answer 1')
    expect(await (await answerTo(get('/api/today'))).text()).toBe('answer 2')
    expect(asked).toEqual([at('/api/today'), at('/api/today')])
  })

  it('does not count after a step that a person took', async () => {
    void askAhead('/api/me')
    await answerTo(new Request(at('/api/sign-out'), { method: 'POST' }))
    expect(await (await answerTo(get('/api/me'))).text()).toBe('answer 3')
  })

  it('is no news a little later', async () => {
    void askAhead('/api/me')
    vi.advanceTimersByTime(20_001)
    expect(await (await answerTo(get('/api/me'))).text()).toBe('answer 2')
  })

  it('is asked for again where it did not come', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no line')))
    await expect(askAhead('/api/me')).rejects.toThrow('no line')
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('here')))
    expect(await (await answerTo(get('/api/me'))).text()).toBe('here')
  })
})
