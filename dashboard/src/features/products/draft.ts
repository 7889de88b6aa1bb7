import type { input, output } from 'zod/mini'
import type { components } from '@/api/schema'
import { figure } from '@/components/figure'
import type { listed } from './asked'
import type { SeenPhoto } from './photos'

export type Garment = components['schemas']['Garment']
export type Colour = components['schemas']['Colour']
export type Pattern = components['schemas']['Pattern']
type Product = components['schemas']['Product']

/** A piece as it is being written. Shape: `price` in shillings, as typed; `stock` by size, in the order of adding. */
export type Draft = input<typeof listed>

export const EMPTY: Draft = {
  title: '', title_sw: '', description: '', sku: '', price: '', garment: null, colours: [], pattern: null, stock: {},
}

/** What a photo seems to show, wherever nothing stands yet: what a person wrote is never overwritten. */
export function withSeen(draft: Draft, seen: SeenPhoto): Draft {
  return {
    ...draft,
    garment: draft.garment ?? seen.garment,
    colours: draft.colours.length > 0 ? draft.colours : seen.colours.slice(0, 4),
    pattern: draft.pattern ?? seen.pattern,
    title: draft.title === '' ? seen.title : draft.title,
    title_sw: draft.title_sw === '' ? seen.title_sw : draft.title_sw,
  }
}

/** A piece like another, in a colour to be said: the same kind, cloth, price and sizes, under a code that begins alike. */
export function likeOther(other: Product): Draft {
  const stem = other.sku.includes('-') ? other.sku.slice(0, other.sku.lastIndexOf('-')) : other.sku
  return {
    ...EMPTY, sku: `${stem}-`, price: String(other.price.cents / 100), garment: other.garment, pattern: other.pattern, description: other.description,
    stock: Object.fromEntries(other.sizes.map((size) => [size.size, 1])),
  }
}

/** The code that is sent: one that ends with a dash gets the colour. */
export const codeOf = ({ sku, colours }: Pick<Draft, 'sku' | 'colours'>): string => (sku.endsWith('-') && colours[0] !== undefined ? sku + colours[0].toUpperCase() : sku)

/** Cents of a price as people type it; null where it is none. */
export function cents(typed: string): number | null {
  const digits = figure(typed.trim())
  return /^[1-9]\d{0,7}$/.test(digits) ? Number(digits) * 100 : null
}

/** What is sent. */
export const bodyOf = ({ stock, ...told }: output<typeof listed>, photos: string[]): components['schemas']['NewProduct'] =>
  ({ ...told, sku: codeOf(told), sizes: stock, photos, styles: [], occasions: [], fabrics: [] })
