import { expect, it } from 'vitest'
import { askedOf } from './bulk-bar'

it('asks for what is chosen, and for nothing while a figure is missing or senseless', () => {
  expect(askedOf('percent', '-10')).toEqual({ field: 'percent', value: -10 })
  expect(askedOf('price', '1,500')).toEqual({ field: 'price', value: 150_000 })
  expect(askedOf('low-level', '3')).toEqual({ field: 'low-level', value: 3 })
  expect([askedOf('by-sales', ''), askedOf('mark', ''), askedOf('unmark', '')]).toEqual([{ field: 'low-level', value: -1 }, { field: 'new-days', value: 14 }, { field: 'new-days', value: 0 }])
  expect([askedOf('archive', ''), askedOf('restore', '')].map((asked) => asked?.value)).toEqual([1, 0])
  expect([askedOf('percent', ''), askedOf('percent', '-95'), askedOf('percent', '0'), askedOf('price', '-5'), askedOf('low-level', '-1')]).toEqual([null, null, null, null, null])
})
