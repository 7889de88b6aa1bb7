import { describe, expect, it } from 'vitest'
import { ApiProblem } from '@/api/problem'
import { refusalWords } from './refusals'

const told = (status: number, kind: string) => refusalWords(new ApiProblem(status, kind, 'A rule in English', null), 'sw')

describe('a refusal', () => {
  it('is told in her language, with what to do, and never by the server’s own sentence', () => {
    expect(told(409, 'order-is-not-packed')).toBe('Oda bado haijafungwa. Ifunge kwanza.')
    expect(told(422, 'a-rule-of-tomorrow')).toBe('Kuna kitu hakifai. Angalia ulichoandika, kisha ujaribu tena.')
    expect(told(500, 'bug')).toBe('Kuna hitilafu upande wetu. Hakuna kilichobadilika; jaribu tena.')
  })

  it('tells a line that is down from a shop that says no', () => {
    expect(refusalWords(new TypeError('Failed to fetch'), 'en')).toBe('The line is down. Try again when you are back online.')
  })
})
