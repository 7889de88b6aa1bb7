import { describe, expect, it } from 'vitest'
import { codeWord } from './codes'

describe('what a customer wanted', () => {
  it.each([
    ['c:red', 'sw', 'Nyekundu'],
    ['c:red', 'en', 'Red'],
    ['l:wrap', 'en', 'Wrap'],
  ])('is told without the letter of its kind: %s in %s', (code, language, told) => expect(codeWord('wanted', code, language)).toBe(told))

  it('leaves a code of something else unknown', () => expect(codeWord('intent', 'x:never', 'en')).toBeUndefined())
})
