import { describe, expect, it } from 'vitest'
import type { ZodMiniType } from 'zod/mini'
import description from '../../openapi.json?raw'
import * as accounts from './accounts/asked'
import * as products from './products/asked'
import * as shop from './shop/asked'
import * as staff from './staff/asked'

type Rule = { maxLength?: number; minLength?: number; pattern?: string; anyOf?: Rule[] }
const { components: { schemas } } = JSON.parse(description) as { components: { schemas: Record<string, { properties: Record<string, Rule> }> } }

const ruleOf = (body: string, name: string): Rule => {
  const rule = schemas[body]?.properties[name] ?? {}
  return rule.anyOf?.[0] ?? rule
}

/** Which form asks for which body, and something right for each of its texts. */
const FORMS: [form: string, schema: { shape: Record<string, ZodMiniType> }, body: string, right: Record<string, string>][] = [
  ['who opens a boutique', accounts.joining, 'SignUp', { boutique: 'A', town: 'A', name: 'A', email: 'a@b.ke', phone: '0712345678' }],
  ['a passkey', accounts.naming, 'PasskeyMade', { name: 'A' }],
  ['an authenticator', accounts.proving, 'SecondFactor', { code: '123456' }],
  ['an operator', accounts.operating, 'OperatorJoining', { code: '123456' }],
  ['who is let in', staff.invited, 'Invite', { name: 'A', email: 'a@b.ke' }],
  ['the profile', shop.profiled, 'DescribedProfile', { name: 'A', town: 'A', street: '', hours: 'A', return_policy: '', kra_pin: 'a123456789Z' }],
  ['the voice', shop.voiced, 'Voice', { agent_name: 'A', greeting_en: 'A', greeting_sw: 'A' }],
  ['a number at Meta', shop.metaAnew, 'MetaNumber', { phone_number_id: '12345', token: '!', pin: '123456' }],
  ['a number at Twilio', shop.twilio, 'TwilioNumber', { account_sid: 'AC00ff', auth_token: '!', number: '0712345678' }],
  ['a till', shop.till, 'MpesaTill', { shortcode: '12345', store_number: '1234567', consumer_key: '!', consumer_secret: '!', passkey: '!' }],
  ['Airtel', shop.airtel, 'AirtelTill', { client_id: '!', client_secret: '!', callback_key: '' }],
  ['cards', shop.paystack, 'PaystackTill', { secret_key: '!' }],
  ['PayLink', shop.paylink, 'PayLinkTill', { shortcode: '12345', address: 'https://a.ke', api_key: '!', project: 'A', consumer_key: '!', consumer_secret: '!', passkey: '!' }],
  ['a brain', shop.thinking, 'ChosenBrain', { key: '', model: '' }],
  ['a new piece', products.listed, 'NewProduct', { title: 'A', title_sw: '', description: '', sku: 'É-1 a/b.c_d' }],
  ['a piece said anew', products.edited, 'ProductChange', { title: 'A', title_sw: '', description: '' }],
  ['a size', products.sized, 'NewSize', { size: 'eu-38' }],
]

describe.each(FORMS)('the form of %s', (_, { shape }, body, right) => {
  it.each(Object.entries(right))('asks of %s what the server asks', (name, told) => {
    const schema = shape[name]
    const { maxLength, pattern } = ruleOf(body, name)
    if (schema === undefined) throw new Error(`no ${name} in the form`)
    expect(schema.safeParse(told).success).toBe(true)
    if (pattern !== undefined) expect(told).toMatch(new RegExp(pattern.replace(String.raw`\w`, String.raw`\p{L}\p{N}_`), 'u'))
    if (maxLength === undefined || pattern?.includes('@') === true || /phone|number|code|size/.test(name)) return
    const filled = told + 'a'.repeat(maxLength - told.length)
    expect([schema.safeParse(filled).success, schema.safeParse(`${filled}a`).success]).toEqual([true, false])
  })
})

describe('an app at Safaricom', () => {
  const mine = { shortcode: '174379', consumer_key: ' key ', consumer_secret: '', passkey: '' }

  it('is given as a whole', () => {
    expect(shop.paybill.safeParse(mine).error?.issues.map((issue) => [issue.path[0], issue.message])).toEqual([['consumer_secret', 'required'], ['passkey', 'required']])
    expect(shop.paybill.parse({ ...mine, consumer_secret: 's', passkey: 'p' })).toMatchObject({ consumer_key: 'key' })
  })
})

describe('a size', () => {
  it.each(['m', 'xl', '2 XL', 'XXXL', '5xl', 'UK 12', 'eu38', 'US-8', '40', 'Free size', 'saizi  moja'])('is "%s"', (typed) => expect(products.size().safeParse(typed).success).toBe(true))
  it.each(['', 'huge', 'UK', '123', 'XLL', '0x'])('is not "%s"', (typed) => expect(products.size().safeParse(typed).success).toBe(false))
})

describe('an area', () => {
  const asked = shop.profiled.shape.areas
  it('has a fee in shillings and other names between commas', () => {
    expect(asked.parse([{ name: 'CBD', fee: '150', words: ' town, tao,, ' }])).toEqual([{ name: 'CBD', fee: 15_000, words: ['town', 'tao'] }])
    const wrong = asked.safeParse([{ name: '', fee: '1,50', words: 'a,'.repeat(13) }]).error?.issues.map((issue) => [issue.path.join('.'), issue.message])
    expect(wrong).toEqual([['0.name', 'required'], ['0.fee', 'money'], ['0.words', 'tooMany 12']])
  })
})

describe('counting', () => {
  it('takes what was counted and leaves the rest, but not nothing', () => {
    expect(products.counted('a').parse({ counts: { a: '', b: '3' } })).toEqual({ counts: { a: null, b: 3 } })
    expect(products.counted('a').safeParse({ counts: { a: '', b: ' ' } }).error?.issues.map((issue) => issue.path.join('.'))).toEqual(['counts.a'])
  })
})
