import { expect, it } from 'vitest'
import { listed } from './asked'
import { bodyOf, cents, codeOf, EMPTY, likeOther, withSeen, type Draft } from './draft'

const seen = { photo: { name: 'a', path: '/a' }, garment: 'dress' as const, garments: ['dress' as const], colours: ['red' as const], pattern: null, title: 'Red dress', title_sw: 'Gauni' }

it('fills in what the photo shows and leaves what a person wrote', () => {
  expect(withSeen(EMPTY, seen)).toMatchObject({ title: 'Red dress', garment: 'dress', colours: ['red'], pattern: null })
  const written: Draft = { ...EMPTY, title: 'My gown', garment: 'kaftan', colours: ['blue'] }
  expect(withSeen(written, seen)).toMatchObject({ title: 'My gown', garment: 'kaftan', colours: ['blue'] })
})

it('reads prices as people type them, and nothing that is no price', () => {
  expect([cents('2,500'), cents(' 800 '), cents('0'), cents('-5'), cents('2.50'), cents('2,50'), cents('')]).toEqual([250_000, 80_000, null, null, null, null, null])
})

it('sends nothing before the piece is whole', () => {
  const draft: Draft = { ...EMPTY, title: 'Gown', garment: 'dress', colours: ['red'], price: '2,500', stock: { M: 2 }, sku: 'G-' }
  expect(listed.safeParse(draft).error?.issues.map((issue) => [issue.path.join('.'), issue.message])).toEqual([['pattern', 'choose']])
  expect(bodyOf(listed.parse({ ...draft, pattern: 'plain' }), ['a'])).toMatchObject({ price: 250_000, sizes: [{ size: 'M', stock: 2 }], photos: ['a'], sku: 'G-RED' })
})

it('begins a piece in another colour with all that is not its colour', () => {
  const other = { sku: 'KIT-RED', price: { cents: 250_000 }, garment: 'dress', pattern: 'kitenge', description: 'x', sizes: [{ size: 'M' }] } as Parameters<typeof likeOther>[0]
  const draft = likeOther(other)
  expect(draft).toMatchObject({ sku: 'KIT-', price: '2500', title: '', colours: [], stock: { M: 1 } })
  expect([codeOf({ ...draft, colours: ['navy'] }), codeOf({ ...draft, sku: 'MY-1' })]).toEqual(['KIT-NAVY', 'MY-1'])
})
