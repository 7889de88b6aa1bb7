import { describe, expect, it } from 'vitest'
import { fits } from './actions'

describe('an action', () => {
  it('is found by how its words begin, in any order', () => {
    expect(fits('Orders to pack', 'pa ord')).toBe(true)
    expect(fits('Orders to pack', '')).toBe(true)
    expect(fits('Orders to pack', 'ack')).toBe(false)
  })
})
