import * as z from 'zod/mini'
import { atMost, chosen, count, maybe, maybeCount, maybeShaped, number, price, say, text } from '@/components/checks'
import type { Colour, Garment, Pattern } from './draft'

const MOST_COLOURS = 4
const MOST_SIZES = 30
const PIECES = 100_000

/** A size as a shop writes it, by the domain's own reading: a letter, a number of a ruler, or one for all. */
const LETTER = /^(X{0,2}S|M|L|X{1,2}L|[345]XL)$/
const LETTER_ELSE = /^(2XL|X{3,4}L|2XS|SMALL|MEDIUM|LARGE)$/
const RULER = /^(UK|US|EU)? ?[1-9]?\d$/
const FOR_ALL = /^(ONE|ONE SIZE|FREE|FREE SIZE|OS|SAIZI MOJA)$/

function isSize(typed: string): boolean {
  const said = typed.toUpperCase().replace(/(?<=[A-Z0-9])-/g, ' ').split(/\s+/).filter((part) => part !== '').join(' ')
  return LETTER.test(said) || RULER.test(said) || FOR_ALL.test(said) || LETTER_ELSE.test(said.replaceAll(' ', ''))
}

export const size = () => z.string().check(z.trim(), z.minLength(1, say('required')), z.refine(isSize, say('size')), atMost(12))

const piece = {
  garment: chosen<Garment>(),
  colours: z.array(z.custom<Colour>()).check(z.minLength(1, say('chooseSome')), z.maxLength(MOST_COLOURS, say('tooMany', MOST_COLOURS))),
  pattern: chosen<Pattern>(),
  title: text(120), price: price(), title_sw: maybe(120), description: maybe(2_000),
}

/** The signs of a code, by the server's reading of a letter. */
const SKU = /^[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}./ -]*$/u

const stocked = z.pipe(
  z.record(z.string(), z.number()).check(
    z.refine((stock) => Object.keys(stock).length > 0, say('chooseSome')),
    z.refine((stock) => Object.keys(stock).length <= MOST_SIZES, say('tooMany', MOST_SIZES)),
  ),
  z.transform((stock: Record<string, number>) => Object.entries(stock).map(([label, pieces]) => ({ size: label, stock: pieces }))),
)

/** A piece that is new, with how many there are of each size. */
export const listed = z.object({ ...piece, stock: stocked, sku: maybeShaped(SKU, 'sku').check(atMost(40)) })

/** A piece that is said anew. */
export const edited = z.object({ ...piece, low_level: maybeCount(PIECES) })

/** What both say of a piece. */
export type Piece = z.input<z.ZodMiniObject<typeof piece>> & { sku?: string }

/** Pieces that came in. */
export const came = z.object({ quantity: count(1, PIECES) })

/** Pieces that were found or lost. */
export const corrected = z.object({
  change: number({ least: -PIECES, most: PIECES, word: 'change', shape: /^[+-]?\d+$/ }).check(z.refine((change) => change !== 0, say('change'))),
})

/** A size more. */
export const sized = z.object({ size: size(), stock: count(0, PIECES) })

/** What was counted, by size; of one at least, which the first is asked for. */
export const counted = (first: string) =>
  z.object({ counts: z.record(z.string(), maybeCount(PIECES)).check(z.refine((counts) => Object.values(counts).some((one) => one !== null), { error: say('required'), path: [first] })) })
