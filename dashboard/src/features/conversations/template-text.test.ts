import { describe, expect, it } from 'vitest'
import { filledIn, isFilled } from './template-text'

const template = { header: 'Order {{header.1}}', body: 'Hi {{1}}, {{ 1 }}: your {{piece}}.', footer: '' }

describe('a template', () => {
  it('is read with the words in its gaps, each on one line', () => {
    expect(filledIn(template, { 'header.1': 'DK-7', '1': ' Amina \n', piece: 'red\ndress' })).toBe('Order DK-7\nHi Amina, Amina: your red dress.')
  })

  it('shows dots where words are missing, and is not ready to go', () => {
    expect(filledIn(template, { '1': 'Amina' })).toBe('Order …\nHi Amina, Amina: your ….')
    expect(isFilled([{ name: '1' }, { name: 'piece' }], { '1': 'Amina', piece: '  ' })).toBe(false)
    expect(isFilled([{ name: '1' }], { '1': 'Amina' })).toBe(true)
  })
})
