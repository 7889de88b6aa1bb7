import { describe, expect, it } from 'vitest'
import { shortMoney } from './money'

describe('money on a narrow axis', () => {
  it.each([[0, '0'], [95_000, '950'], [4_250_000, '42.5k'], [130_000_000, '1.3m']])('writes %i cents as %s', (cents, said) => {
    expect(shortMoney(cents)).toBe(said)
  })
})
