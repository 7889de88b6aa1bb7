import { render } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Marked } from './marked'

const shown = (text: string) => render(<p><Marked text={text} /></p>).container.firstElementChild?.innerHTML

describe('a marked text', () => {
  it('is bold and slanted where WhatsApp makes it so', () => {
    expect(shown('Total: *KSh 2,400* _asante_')).toBe('Total: <strong>KSh 2,400</strong> <em>asante</em>')
  })

  it('keeps stars and lines that mark nothing', () => {
    for (const plain of ['2 * 3 * 4', '2*3*4', 'a_b_c', '**', '*one\ntwo*', '']) expect(shown(plain)).toBe(plain)
  })

  it('never becomes a tag', () => {
    expect(shown('*<b onclick=alert(1)>*')).toBe('<strong>&lt;b onclick=alert(1)&gt;</strong>')
  })
})
