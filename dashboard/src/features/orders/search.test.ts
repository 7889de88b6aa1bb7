import { expect, it } from 'vitest'
import { filePath, ordersSearch, without } from './search'

it('takes only what an address can mean', () => {
  expect(ordersSearch({ status: 'lost', q: '  DK-7 ', since: '2026-13-40', until: '2026-11-28', look: 'board', x: 1 })).toEqual({ q: 'DK-7', until: '2026-11-28', look: 'board' })
  expect(ordersSearch({ status: 'paid', q: 7, area: '' })).toEqual({ status: 'paid', q: '7' })
})

it('asks for files of exactly what is filtered, however it is laid out', () => {
  expect(filePath('orders.csv', { status: 'paid', area: 'Kilimani & more', look: 'board' })).toBe('/api/orders.csv?status=paid&area=Kilimani+%26+more')
  expect(filePath('packing-slips.pdf', {})).toBe('/api/packing-slips.pdf')
})

it('takes one filter away', () => {
  expect(without({ status: 'paid', q: 'DK' }, 'q')).toEqual({ status: 'paid' })
})
