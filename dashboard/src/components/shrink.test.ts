import { expect, it } from 'vitest'
import { cropped, scaled } from './shrink'

it('keeps the whole photo where nothing is cropped', () => {
  expect(cropped(4000, 3000, 'whole', 0.2)).toEqual({ x: 0, y: 0, width: 4000, height: 3000 })
})

it('cuts only the side that is too long, at the part that is chosen', () => {
  expect(cropped(4000, 3000, 'square', 0)).toEqual({ x: 0, y: 0, width: 3000, height: 3000 })
  expect(cropped(4000, 3000, 'portrait', 1)).toEqual({ x: 1750, y: 0, width: 2250, height: 3000 })
  expect(cropped(1000, 3000, 'portrait', 0.5)).toEqual({ x: 0, y: 834, width: 1000, height: 1333 })
})

it('never enlarges, and never draws more than 1600 pixels a side', () => {
  expect(scaled({ x: 0, y: 0, width: 4000, height: 3000 })).toEqual({ width: 1600, height: 1200 })
  expect(scaled({ x: 0, y: 0, width: 300, height: 200 })).toEqual({ width: 300, height: 200 })
})
