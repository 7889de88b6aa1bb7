import { describe, expect, it } from 'vitest'
import { chosen, type BoutiqueRow } from './boutiques'
import { platformSearch } from './search'

const amount = (cents: number) => ({ cents, currency: 'KES', text: '' })
const row = (title: string, orders: number, troubles = 0): BoutiqueRow => ({
  boutique: title, title, town: 'Nakuru', open: true, since: null, monthly: amount(0), troubles,
  sums: { active: 1, chats: 10, paid_chats: orders, conversion: orders === 0 ? null : orders * 10, orders, paid: amount(0), average: null, rated: 0, stars: null, spent: { micro_usd: 0, text: '' } },
})
const rows = [row('Pwani', 2), row('Amani', 5, 1), row('Zuri', 0)]
const titles = (search: Record<string, unknown>) => chosen(rows, platformSearch(search)).map((each) => each.title)

describe('the boutiques of the platform', () => {
  it('are ordered by what is asked for, most orders where nothing is', () => {
    expect(titles({})).toEqual(['Amani', 'Pwani', 'Zuri'])
    expect(titles({ sort: 'title' })).toEqual(['Amani', 'Pwani', 'Zuri'])
    expect(titles({ sort: 'conversion', q: 'a' })).toEqual(['Amani', 'Pwani', 'Zuri'])
  })

  it('are those that are asked for', () => {
    expect(titles({ shown: 'troubled' })).toEqual(['Amani'])
    expect(titles({ shown: 'quiet' })).toEqual(['Zuri'])
    expect(titles({ q: 'pwa' })).toEqual(['Pwani'])
    expect(titles({ q: 'nakuru', shown: 'all', sort: 'nonsense', days: '31' })).toEqual(['Amani', 'Pwani', 'Zuri'])
  })
})
