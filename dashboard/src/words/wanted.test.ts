import { describe, expect, it } from 'vitest'
import { wantedWord } from './wanted'

describe('what a customer looked for', () => {
  it.each([
    ['g:dress', 'Dress', 'Gauni'], ['c:red', 'Red', 'Nyekundu'], ['p:kitenge', 'Kitenge', 'Kitenge'], ['o:wedding', 'For a wedding', 'Ya harusi'], ['l:wide-leg', 'Wide leg', 'Ya miguu mipana'], ['f:satin', 'Satin', 'Satini'],
    ['s:uk 12', 'Size UK 12', 'Saizi UK 12'], ['s:letter M', 'Size M', 'Saizi M'], ['s:one one', 'One size', 'Saizi moja'], ['max:300000', 'At most KSh 3,000', 'Isizidi KSh 3,000'], ['min:100000', 'At least KSh 1,000', 'Kuanzia KSh 1,000'], ['new:in', 'What is new', 'Mpya'],
  ])('is said in words: %s', (tag, en, sw) => {
    expect([wantedWord(tag, 'en'), wantedWord(tag, 'sw')]).toEqual([en, sw])
  })
})
