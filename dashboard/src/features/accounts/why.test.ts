import { describe, expect, it } from 'vitest'
import { ApiProblem } from '@/api/problem'
import { whyOf } from './why'

describe('why the door stays closed', () => {
  it('is told where we have words for it', () => {
    expect(whyOf(new ApiProblem(401, 'wrong-password', null, null))).toBe('wrong-password')
  })

  it('is told in general where we have none', () => {
    expect(whyOf(new ApiProblem(500, 'bug', null, null))).toBe('else')
    expect(whyOf(new TypeError('Failed to fetch'))).toBe('else')
  })

  it('is told of a device that did not unlock, and of one that has a passkey already', () => {
    expect(whyOf(new DOMException('', 'NotAllowedError'))).toBe('not-unlocked')
    expect(whyOf(new DOMException('', 'InvalidStateError'))).toBe('passkey-not-kept')
  })

  it('is nothing while nothing went wrong', () => {
    expect(whyOf(null)).toBeNull()
  })
})
