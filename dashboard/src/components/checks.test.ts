import { describe, expect, it } from 'vitest'
import type { ZodMiniType } from 'zod/mini'
import { code, count, email, maybe, maybeShaped, money, newPassword, phone, price, shaped, text } from './checks'

/** What comes out, or the first thing that is said. */
function verdict(schema: ZodMiniType, typed: string): unknown {
  const judged = schema.safeParse(typed)
  return judged.success ? judged.data : { says: judged.error.issues[0]?.message }
}
const says = (message: string) => ({ says: message })
const SMILE = '😀'

const TABLE: Record<string, [ZodMiniType, [typed: string, comes: unknown][]]> = {
  'a text that must be there': [text(5), [[' Nairobi', says('tooLong 5')], [' Meru ', 'Meru'], ['   ', says('required')], [SMILE.repeat(5), SMILE.repeat(5)], [SMILE.repeat(6), says('tooLong 5')]]],
  'a text that may be missing': [maybe(3), [['', ''], [' abc ', 'abc'], ['abcd', says('tooLong 3')]]],
  'a text of one shape': [shaped(/^[0-9]{5,7}$/, 'digits', '5–7'), [['174379', '174379'], [' 174379 ', '174379'], ['12', says('digits 5–7')], ['', says('required')]]],
  'a shape or nothing': [maybeShaped(/^[0-9]{6}$/, 'sixDigits'), [['', ''], ['123456', '123456'], ['12345', says('sixDigits')]]],
  'an email address': [email(), [[' Zawadi@example.co.ke ', 'Zawadi@example.co.ke'], ['zawadi@example', says('email')], ['zawadi.example.com', says('email')], ['a b@example.com', says('email')], ['', says('required')], [`${'a'.repeat(250)}@b.ke`, says('tooLong 254')]]],
  'a new password': [newPassword(), [['maridadi s', 'maridadi s'], ['maridadi', says('tooShort 10')], [' '.repeat(12), says('tooShort 10')], ['é'.repeat(129), says('tooLong 256')], ['é'.repeat(128), 'é'.repeat(128)], ['', says('required')]]],
  'a code': [code(), [[' 123456 ', '123456'], ['12345', says('sixDigits')], ['12345a', says('sixDigits')]]],
  'a phone number': [phone(), [
    ['0712 345 678', '0712 345 678'], ['+254 (0)712-345678', '+254 (0)712-345678'], ['0712 345 67', says('phone')], ['0712 345 6789', says('phone')], ['020 2345 678', '020 2345 678'], ['+44 20 7946 0958', '+44 20 7946 0958'], ['simu', says('phone')], ['', says('required')],
  ]],
  'pieces': [count(1, 100_000), [['1,000', 1000], ['0', says('atLeast 1')], ['100001', says('atMost 100000')], ['-1', says('number')], ['1.5', says('number')], ['', says('required')]]],
  'money': [money(1_000_000), [['2,500', 250_000], ['2 500.5', 250_050], ['1,000,000', 100_000_000], ['2,50', says('money')], ['2.55', 255], ['0', 0], ['1000000', 100_000_000], ['1000001', says('atMost 1000000')], ['2.555', says('money')], ['-5', says('money')], ['KSh 5', says('money')]]],
  'a price': [price(), [[' 2,500 ', 250_000], ['2.50', says('shillings')], ['0', says('atLeast 1')], ['100000000', 10_000_000_000], ['100000001', says('atMost 100000000')]]],
}

describe.each(Object.entries(TABLE))('%s', (_, [schema, cases]) => {
  it.each(cases)('of "%s" is judged', (typed, comes) => {
    expect(verdict(schema, typed)).toEqual(comes)
  })
})
