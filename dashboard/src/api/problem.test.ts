import { describe, expect, it } from 'vitest'
import { ApiProblem, isMissing, isSignedOut, problemOf } from './problem'
import { worthAnotherTry } from './query-client'

describe('an unhappy answer', () => {
  it('is read as the API tells it', async () => {
    const body = { type: 'urn:dukani:order-not-paid', title: 'No', status: 409, detail: 'Not paid yet', cause: 'abc' }
    expect(await problemOf(Response.json(body, { status: 409 }))).toMatchObject({ status: 409, kind: 'order-not-paid', detail: 'Not paid yet', trace: 'abc' })
  })

  it('is read even when a proxy wrote it', async () => {
    expect(await problemOf(new Response('<h1>Bad gateway</h1>', { status: 502 }))).toMatchObject({ status: 502, kind: 'http-502', detail: null })
  })

  it('is asked again only when that can help', () => {
    expect(worthAnotherTry(0, new ApiProblem(404, 'not-found', null, null))).toBe(false)
    expect(worthAnotherTry(0, new ApiProblem(503, 'http-503', null, null))).toBe(true)
    expect(worthAnotherTry(0, new TypeError('Failed to fetch'))).toBe(true)
    expect(worthAnotherTry(3, new TypeError('Failed to fetch'))).toBe(false)
  })

  it('tells missing from signed out', () => {
    expect(isMissing(new ApiProblem(404, 'not-found', null, null))).toBe(true)
    expect(isSignedOut(new ApiProblem(401, 'signed-out', null, null))).toBe(true)
    expect(isSignedOut(new TypeError('Failed to fetch'))).toBe(false)
  })
})
