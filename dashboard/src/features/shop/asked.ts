import * as z from 'zod/mini'
import { atMost, count, maybe, maybeShaped, money, number, phone, say, shaped, text } from '@/components/checks'

const MOST_WORDS = { of: 12, each: 200 }
const MOST_LINES = { of: 50, each: 200 }
const SHILLINGS = 1_000_000
const MICRO = 1_000_000

/** Several texts that are written into one field. */
const several = (cut: string, most: { of: number; each: number }) => {
  const parts = (typed: string): string[] => typed.split(cut).map((part) => part.trim()).filter((part) => part !== '')
  return z.pipe(
    z.string().check(
      z.refine((typed) => parts(typed).length <= most.of, say('tooMany', most.of)),
      z.refine((typed) => parts(typed).every((part) => Array.from(part).length <= most.each), say('tooLong', most.each)),
    ),
    z.transform(parts),
  )
}

/** Where, when and on what terms the shop sells. */
export const profiled = z.object({
  name: text(120), town: text(120), street: maybe(200), hours: text(200), return_policy: maybe(800), kra_pin: maybeShaped(/^[A-Za-z]\d{9}[A-Za-z]$/, 'kraPin'),
  areas: z.array(z.object({ name: text(120), fee: money(SHILLINGS), words: several(',', MOST_WORDS) })),
})

/** Above which order the agent asks, and how many percent it may take off by itself. */
export const limited = z.object({ order_limit: money(SHILLINGS), discount_percent: count(0, 90) })

/** How the agent speaks, as far as it is written. */
export const voiced = z.object({ agent_name: text(120), greeting_en: text(800), greeting_sw: text(800), forbidden: several('\n', MOST_LINES) })

const maybeKey = () => z.string().check(z.trim(), z.regex(/^[\x20-\x7e]*$/, say('plain')), atMost(600))
const key = () => maybeKey().check(z.minLength(1, say('required')))

/** What a hosted brain needs, and how much it may think. Units: dollars are typed, millionths come out. */
export const thinking = z.object({
  key: maybeKey(), model: maybeShaped(/^[A-Za-z0-9_.:-]{0,80}$/, 'model'), day_micro_usd: number({ least: 0, most: 1_000, word: 'dollars', shape: /^\d+(\.\d{1,6})?$/, times: MICRO }), turn_tokens: count(0, 200_000),
})

const id = () => shaped(/^[0-9]{5,20}$/, 'digits', '5–20')
const short = () => shaped(/^[0-9]{5,7}$/, 'digits', '5–7')
const theirs = { consumer_key: key(), consumer_secret: key(), passkey: key() }

/** What each neighbour wants to know before anything is connected. */
export const meta = z.object({ phone_number_id: id(), waba_id: id(), token: key() })
export const metaAnew = z.object({ phone_number_id: id(), waba_id: id(), token: key(), pin: maybeShaped(/^[0-9]{6}$/, 'sixDigits') })
export const twilio = z.object({ number: phone(), account_sid: shaped(/^AC[0-9a-fA-F]{4,40}$/, 'sid'), auth_token: key() })
export const paybill = z.object({ shortcode: short(), ...theirs })
export const till = z.object({ shortcode: short(), store_number: short(), ...theirs })
export const airtel = z.object({ client_id: key(), client_secret: key(), callback_key: maybeKey() })
export const paystack = z.object({ secret_key: key() })
export const paylink = z.object({ shortcode: short(), address: shaped(/^https?:\/\/[^\s]+$/i, 'address').check(atMost(300)), api_key: key(), project: text(120), ...theirs })
