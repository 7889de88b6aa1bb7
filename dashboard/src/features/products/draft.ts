import type { components } from '@/api/schema'
import type { SeenPhoto } from './photos'

export type Garment = components['schemas']['Garment']
export type Colour = components['schemas']['Colour']
export type Pattern = components['schemas']['Pattern']

/** A piece as it is being written. Shape: `price` in shillings, as typed; `stock` by size, in the order of adding. */
export type Draft = {
  title: string; titleSw: string; description: string; sku: string; price: string
  garment: Garment | null; colours: Colour[]; pattern: Pattern | null; stock: Record<string, number>
}

export const EMPTY: Draft = {
  title: '', titleSw: '', description: '', sku: '', price: '', garment: null, colours: [], pattern: null, stock: {},
}

/** The draft with what a photo seems to show, wherever nothing stands yet: what a person wrote is never overwritten. */
export function withSeen(draft: Draft, seen: SeenPhoto): Draft {
  return {
    ...draft,
    garment: draft.garment ?? seen.garment,
    colours: draft.colours.length > 0 ? draft.colours : seen.colours,
    pattern: draft.pattern ?? seen.pattern,
    title: draft.title === '' ? seen.title : draft.title,
    titleSw: draft.titleSw === '' ? seen.title_sw : draft.titleSw,
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
export const codeOf = ({ sku, colours }: Draft): string => (sku.endsWith('-') && colours[0] !== undefined ? sku + colours[0].toUpperCase() : sku)

/** Cents of a price as people type it: "2,500" or "2500"; null where it is none. */
export function cents(typed: string): number | null {
  const digits = typed.replace(/[\s,]/g, '')
  return /^[1-9]\d{0,7}$/.test(digits) ? Number(digits) * 100 : null
}

/** Whether all that a piece needs is there. */
export const isWhole = (draft: Draft): boolean =>
  draft.title.trim() !== '' && draft.garment !== null && draft.colours.length > 0 && draft.pattern !== null && cents(draft.price) !== null && Object.keys(draft.stock).length > 0

type Product = components['schemas']['Product']
type Body = components['schemas']['NewProduct']

/** What is sent; null while something is missing. */
export function bodyOf(draft: Draft, photos: string[]): Body | null {
  const price = cents(draft.price)
  if (!isWhole(draft) || draft.garment === null || draft.pattern === null || price === null) return null
  return {
    sku: codeOf(draft), title: draft.title, title_sw: draft.titleSw, description: draft.description, garment: draft.garment, colours: draft.colours.slice(0, 4),
    pattern: draft.pattern, price, photos, sizes: Object.entries(draft.stock).map(([size, stock]) => ({ size, stock })),
    styles: [], occasions: [], fabrics: [],
  }
}
