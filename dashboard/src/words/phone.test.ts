import { expect, it } from 'vitest'
import { masked } from './phone'

it.each([
  ['+254712345318', '+254 7•• ••• 318'],
  ['254110000841', '+254 1•• ••• 841'],
  ['+254 7•• ••• 318', '+254 7•• ••• 318'],
  ['wanjiku.m', 'wanjiku.m'],
])('shows %s as %s', (phone, shown) => {
  expect(masked(phone)).toBe(shown)
})
