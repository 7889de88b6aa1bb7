import * as z from 'zod/mini'
import type { components } from '@/api/schema'

type Schemas = components['schemas']
export type PieceToCount = Schemas['PieceToCount']
export type SizeToCount = Schemas['SizeToCount']
export type Refused = Schemas['CountNotTaken']

const sizes = z.array(z.object({ product: z.string(), variant: z.string() }))
const counts = z.record(z.string(), z.object({ product: z.string(), counted: z.number(), seen: z.number() }))
const draft = z.object({
  boutique: z.string(), counts, sent: z.nullable(z.object({ key: z.string(), reason: z.string() })), failed: z.boolean(),
  done: z.nullable(z.object({ takes: z.array(z.object({ take: z.string(), sizes })), refused: z.array(z.object({ variant: z.string(), code: z.string(), on_hand: z.number() })) })),
})

/** A count on its way: `counts` by size, each beside what the page said there should be; `sent` once it is confirmed, `failed` where that did not work; `done` of the last one, to undo it. */
export type Draft = z.infer<typeof draft>
export type Counts = Draft['counts']

/** At most so many sizes go in one request. */
const AT_ONCE = 400

export const nothingCounted = (boutique: string): Draft => ({ boutique, counts: {}, sent: null, failed: false, done: null })

/** What was kept on this phone, if it is of this boutique. */
export function resumed(kept: unknown, boutique: string): Draft {
  const read = draft.safeParse(kept)
  return read.success && read.data.boutique === boutique ? read.data : nothingCounted(boutique)
}

/** How a size stands in the count. It moved where pieces were sold or came in after it was counted: that count is no more worth. */
export function standing(size: SizeToCount, counts: Counts): 'left' | 'moved' | 'agrees' | 'differs' {
  const one = counts[size.variant]
  if (one === undefined) return 'left'
  if (one.seen !== size.on_hand) return 'moved'
  return one.counted === size.on_hand ? 'agrees' : 'differs'
}

/** The counts in requests that each take no longer than a person waits, every one with a key of its own. */
export function requests(counts: Counts, key: string) {
  const all = Object.entries(counts).map(([variant, one]) => ({ variant, ...one }))
  return Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, place) => ({ take: `${key}-${place}`, counts: all.slice(place * AT_ONCE, (place + 1) * AT_ONCE) }))
}

/** The pieces, with only those sizes that are asked for; words stand in names and codes. */
export function sought(pieces: readonly PieceToCount[], counts: Counts, words: string, show: 'all' | 'left' | 'differs', keep: string | null): PieceToCount[] {
  const asked = words.toLowerCase().split(/\s+/).filter((word) => word !== '')
  const stands = (size: SizeToCount) => {
    const how = standing(size, counts)
    return show === 'all' || size.variant === keep || (show === 'left' ? how === 'left' || how === 'moved' : how === 'differs' || how === 'moved')
  }
  return pieces
    .filter((piece) => asked.every((word) => `${piece.title} ${piece.title_sw} ${piece.sku}`.toLowerCase().includes(word)))
    .map((piece) => ({ ...piece, sizes: piece.sizes.filter(stands) }))
    .filter((piece) => piece.sizes.length > 0)
}
