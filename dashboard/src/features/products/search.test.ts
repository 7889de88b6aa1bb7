import { expect, it } from 'vitest'
import { exportPath, productsSearch, without } from './search'

it('takes only filters that exist from the address', () => {
  expect(productsSearch({ q: 7, stock: 'low', garment: 'dress', colour: 'plaid', more: 1 })).toEqual({ q: '7', stock: 'low', garment: 'dress' })
})

it('asks for the file of exactly what is filtered', () => {
  expect(exportPath({})).toBe('/api/products.csv')
  expect(exportPath({ q: 'red & blue', stock: 'gone' })).toBe('/api/products.csv?q=red+%26+blue&stock=gone')
})

it('takes one filter away', () => {
  expect(without({ q: 'red', stock: 'gone' }, 'stock')).toEqual({ q: 'red' })
})
