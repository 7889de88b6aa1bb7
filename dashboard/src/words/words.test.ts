import { describe, expect, it } from 'vitest'
import { en } from './en'
import { sw } from './sw'

type Tree = { [key: string]: string | Tree }
const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[path + key, value] as [string, string]] : leaves(value, `${path}${key}.`)))
const hasWords = (text: string) => /\p{L}/u.test(text.replace(/\{\{\w+\}\}/g, ''))
const blanks = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort()

describe('words', () => {
  const swahili = new Map(leaves(sw))

  it('say the same things in both languages', () => {
    expect([...swahili.keys()].sort()).toEqual(leaves(en).map(([key]) => key).sort())
  })

  it('fill the same blanks in both languages', () => {
    for (const [key, text] of leaves(en)) expect([key, blanks(swahili.get(key) ?? '')]).toEqual([key, blanks(text)])
  })

  it('are translated, apart from names', () => {
    const same = leaves(en).filter(([key, text]) => hasWords(text) && text === swahili.get(key)).map(([, text]) => text)
    expect(same.sort()).toEqual(['M-Pesa', 'WhatsApp'])
  })
})
