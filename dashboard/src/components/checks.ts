import * as z from 'zod/mini'
import type { Words } from '@/words/en'
import { figure } from './figure'

// The page's policy forbids making code out of text, and a browser reports every try.
z.config({ jitless: true })

type Word = keyof Words['forms']

/** What a check says: a word of ours, and the limit that it names. */
export const say = (word: Word, limit?: string | number): string => (limit === undefined ? word : `${word} ${limit}`)

/** The word and the limit that a check has said. */
export function heard(message: string): { word: Word; limit: string } {
  const [word, ...limit] = message.split(' ')
  return { word: word as Word, limit: limit.join(' ') }
}

/** As the server counts: a smiling face is one character. */
const length = (text: string): number => Array.from(text).length
export const atMost = (most: number) => z.refine<string>((told) => length(told) <= most, say('tooLong', most))

/** A text that may be missing, of so many characters at most. */
export const maybe = (most: number) => z.string().check(z.trim(), atMost(most))

/** A text that must be there. */
export const text = (most: number) => z.string().check(z.trim(), z.minLength(1, say('required')), atMost(most))

/** A text of one shape, such as six digits. */
export const shaped = (shape: RegExp, word: Word, limit?: string | number) =>
  z.string().check(z.trim(), z.minLength(1, say('required')), z.regex(shape, say(word, limit)))

/** A text of one shape, or none. */
export const maybeShaped = (shape: RegExp, word: Word, limit?: string | number) =>
  z.string().check(z.trim(), z.refine((told) => told === '' || shape.test(told), say(word, limit)))

export const email = () => shaped(/^[^@\s]+@[^@\s]+\.[^@\s]+$/, 'email').check(atMost(254))
export const newPassword = () =>
  z.string().check(z.minLength(1, say('required')), z.refine((told) => length(told) >= 10 && told.trim() !== '', say('tooShort', 10)), z.refine((told) => new TextEncoder().encode(told).length <= 256, say('tooLong', 256)))
export const code = () => shaped(/^\d{6}$/, 'sixDigits')

/** A phone number, as far as anybody can tell who does not know all plans of the world; Kenya's mobile ones are ten digits long. */
export const phone = () => z.string().check(z.trim(), z.minLength(1, say('required')), z.refine(mayRing, say('phone')), atMost(40))

function mayRing(told: string): boolean {
  const signs = told.replace(/[^\p{Nd}\p{L}]/gu, '')
  return /^0[17]\d*$/.test(signs) ? signs.length === 10 : signs.length >= 5
}

type Figure = { least: number; most: number; word: Word; shape?: RegExp; times?: number }
const WHOLE = /^\d+$/

/** A figure that is typed; what comes out is `times` as much, as a whole number. The limits are those of what is typed. */
export const number = ({ least, most, word, shape = WHOLE, times = 1 }: Figure) =>
  z.pipe(
    z.string().check(
      z.trim(),
      z.minLength(1, say('required')),
      z.refine((typed) => shape.test(figure(typed)), { error: say(word), abort: true }),
      z.refine((typed) => Number(figure(typed)) >= least, say('atLeast', least)),
      z.refine((typed) => Number(figure(typed)) <= most, say('atMost', most)),
    ),
    z.transform((typed: string) => Math.round(Number(figure(typed)) * times)),
  )

/** Pieces, days and the like. */
export const count = (least: number, most: number) => number({ least, most, word: 'number' })

/** Pieces, days and the like, or nothing. */
export const maybeCount = (most: number) =>
  z.pipe(
    z.string().check(
      z.trim(),
      z.refine((typed) => typed === '' || WHOLE.test(figure(typed)), { error: say('number'), abort: true }),
      z.refine((typed) => Number(figure(typed)) <= most, say('atMost', most)),
    ),
    z.transform((typed: string) => (typed === '' ? null : Number(figure(typed)))),
  )

/** One of a few that must be chosen. */
export const chosen = <T extends string>() => z.custom<T, T | null>((told: unknown) => told !== null, say('choose'))

/** Shillings that are typed; cents that come out. */
export const money = (most: number) => number({ least: 0, most, word: 'money', shape: /^\d+(\.\d{1,2})?$/, times: 100 })

/** A price: whole shillings that are typed; cents that come out. */
export const price = () => number({ least: 1, most: 100_000_000, word: 'shillings', times: 100 })
