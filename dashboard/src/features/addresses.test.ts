import { describe, expect, it } from 'vitest'
import { conversationsSearch } from './conversations/search'
import { insightsSearch } from './insights/search'
import { ordersSearch } from './orders/search'
import { productsSearch } from './products/search'

describe('what an address asks for', () => {
  it('keeps what the screens know', () => {
    expect(ordersSearch({ status: 'with-courier' })).toEqual({ status: 'with-courier' })
    expect(productsSearch({ q: 'dera', stock: 'low' })).toEqual({ q: 'dera', stock: 'low' })
    expect(insightsSearch({ days: 90 })).toEqual({ days: 90 })
    expect(insightsSearch({ days: '31', last: '2026-10-31' })).toEqual({ days: 31, last: '2026-10-31' })
    expect(conversationsSearch({ waiting: true })).toEqual({ waiting: true })
  })

  it('drops what they do not', () => {
    expect(ordersSearch({ status: '<script>' })).toEqual({})
    expect(productsSearch({ q: { $ne: 1 }, stock: 'all' })).toEqual({})
    expect(insightsSearch({ days: 'x' })).toEqual({})
    expect(insightsSearch({ days: 367, last: '2026-13-01' })).toEqual({})
    expect(conversationsSearch({ waiting: 'yes' })).toEqual({})
  })

  it('takes digits for words where words are looked for', () => {
    expect(productsSearch({ q: 12 })).toEqual({ q: '12' })
  })
})
