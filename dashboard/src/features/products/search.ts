import { COLOURS, GARMENTS, keysOf } from '@/words/clothes'
import type { Colour, Garment } from './draft'

export const STANDINGS = ['low', 'gone', 'new', 'archived'] as const
export type StockFilter = (typeof STANDINGS)[number]
export type ProductsSearch = { q?: string; stock?: StockFilter; garment?: Garment; colour?: Colour }

/** Which pieces the address asks for. */
export function productsSearch(raw: Record<string, unknown>): ProductsSearch {
  const search: ProductsSearch = {}
  const asked = typeof raw['q'] === 'number' ? String(raw['q']) : raw['q']
  if (typeof asked === 'string' && asked !== '') search.q = asked.slice(0, 80)
  const stock = STANDINGS.find((known) => known === raw['stock'])
  if (stock !== undefined) search.stock = stock
  const garment = keysOf(GARMENTS).find((known) => known === raw['garment'])
  if (garment !== undefined) search.garment = garment
  const colour = keysOf(COLOURS).find((known) => known === raw['colour'])
  if (colour !== undefined) search.colour = colour
  return search
}

/** Which piece a new one is like, in another colour. */
export function newProductSearch(raw: Record<string, unknown>): { like?: string } {
  const like = raw['like']
  return typeof like === 'string' && /^[0-9a-f-]{36}$/.test(like) ? { like } : {}
}

export type CountSearch = { q?: string; show?: 'left' | 'differs' }

/** Which pieces a stock take shows; a code typed into the address may be a number. */
export function countSearch(raw: Record<string, unknown>): CountSearch {
  const search: CountSearch = {}
  const asked = typeof raw['q'] === 'number' ? String(raw['q']) : raw['q']
  if (typeof asked === 'string' && asked !== '') search.q = asked.slice(0, 80)
  if (raw['show'] === 'left' || raw['show'] === 'differs') search.show = raw['show']
  return search
}

/** The search without one of its filters. */
export function without(search: ProductsSearch, key: keyof ProductsSearch): ProductsSearch {
  const { [key]: _, ...rest } = search
  return rest
}

/** Where exactly these pieces are had as a file. */
export function exportPath(search: ProductsSearch): string {
  const asked = new URLSearchParams(Object.entries(search))
  return `/api/products.csv${asked.size > 0 ? `?${asked.toString()}` : ''}`
}
