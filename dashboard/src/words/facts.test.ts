import { describe, expect, it } from 'vitest'
import { blanksOf, factWords } from './facts'
import { facts as en, type Topic } from './facts-en'
import { facts as sw } from './facts-sw'

const text = (name: string, value: string) => ({ name, value, kind: 'text' as const, quote: null })
const code = (name: string, value: string, quote: string | null = null) => ({ name, value, kind: 'code' as const, quote })

describe('a fact', () => {
  it('is told in her language, with money and names as they are', () => {
    const values = [text('quantity', '2'), text('title', 'Red gown'), text('size', 'M'), text('price', 'KSh 2,500')]
    expect(factWords('cart-item-added.v1', values, 'sw')).toEqual({ title: 'Kipande kimewekwa kikapuni', detail: '2 × Red gown · M · KSh 2,500' })
    expect(factWords('payment-prompt-failed.v1', [code('result', '1032', 'Request cancelled by user')], 'sw').detail).toBe('Amekatiza ombi')
  })

  it('leaves out what is not known, and quotes what only its provider has words for', () => {
    expect(factWords('order-paid.v1', [text('amount', 'KSh 2,800')], 'en').detail).toBe('KSh 2,800')
    expect(factWords('payment-prompt-failed.v1', [code('result', 'E3008', 'System limit')], 'en').detail).toBe('“System limit” (E3008)')
    expect(factWords('piece-dreamt-of.v3', [], 'en')).toEqual({ title: 'Piece dreamt of', detail: null })
  })

  it('has the same blanks in both languages', () => {
    for (const topic of Object.keys(en) as Topic[]) expect([topic, sw[topic].map(blanksOf)]).toEqual([topic, en[topic].map((part) => blanksOf(part))])
  })
})
