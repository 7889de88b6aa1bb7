import { expect, it } from 'vitest'
import type { ProductRow } from '@/api/types'
import { belongs } from './queries'

const amount = { cents: 320_000, currency: 'KES', text: 'KSh 3,200' }
const piece = (available: number, low: boolean): ProductRow => ({
  id: 'p', sku: 'AM-1', title: 'Dress', title_sw: 'Gauni', price: amount, garment: 'dress', colours: ['red'], pattern: 'plain', picture: null,
  archived: false, available, sizes: [{ variant: 'v', size: 'M', on_hand: available, reserved: 0, available, low }],
})

it('keeps sold-out pieces off the shelf of what is running out', () => {
  expect(belongs(piece(0, true), 'low')).toBe(false)
  expect(belongs(piece(0, true), 'gone')).toBe(true)
  expect(belongs(piece(1, true), 'low')).toBe(true)
  expect(belongs(piece(9, false), 'low')).toBe(false)
  expect(belongs(piece(9, false), undefined)).toBe(true)
})
