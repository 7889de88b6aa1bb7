import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { speak, startWords } from '@/words/i18n'
import { email, money, text } from './checks'
import { Field } from './field'
import { useChecked } from './form'
import { useLightForm } from './light-form'
import { TextArea } from './text-area'

const SCHEMA = z.object({ name: text(5), fee: money(100), email: email() })
const send = vi.fn()

function Shop() {
  const { field, sends } = useChecked(SCHEMA, { name: '', fee: '', email: '' })
  return (
    <form noValidate onSubmit={sends(send)}>
      <Field label="Jina" hint="La duka" {...field('name')} />
      <TextArea label="Ada" {...field('fee')} />
      <Field label="Barua" type="email" {...field('email')} />
      <button type="submit">Tuma</button>
    </form>
  )
}

function Door() {
  const { form, field } = useLightForm({ email: 'email' })
  return (
    <form {...form(send)}>
      <Field label="Barua" pattern="[^@\s]+@[^@\s]+" {...field('email')} />
      <Field label="Nenosiri" {...field('password')} />
      <button type="submit">Tuma</button>
    </form>
  )
}

const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label)
const write = (label: string, value: string) => fireEvent.input(field(label), { target: { value } })
const press = () => fireEvent.click(screen.getByRole('button'))
const told = (label: string) => (field(label).getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent)

beforeAll(() => startWords('sw'))
beforeEach(() => {
  document.body.innerHTML = ''
  send.mockClear()
})

describe('a form that a schema judges', () => {
  it('says beneath each wrong field why, brings her to the first one, and keeps what she typed', async () => {
    render(<Shop />)
    write('Jina', 'Zawadi Boutique')
    write('Ada', 'mia')
    press()
    await waitFor(() => expect(document.activeElement).toBe(field('Jina')))
    expect(screen.getAllByRole('alert').map((one) => one.textContent)).toEqual(['Ni ndefu mno: herufi zisizidi 5.', 'Andika kiasi kwa shilingi, kama 2500.', 'Tafadhali jaza hapa.'])
    expect(told('Jina')).toEqual(['Ni ndefu mno: herufi zisizidi 5.', 'La duka'])
    expect([field('Jina').getAttribute('aria-invalid'), field('Jina').value, field('Ada').value]).toEqual(['true', 'Zawadi Boutique', 'mia'])
    expect(send).not.toHaveBeenCalled()
  })

  it('is silent again as soon as the field is right, and sends what the schema makes of it', async () => {
    render(<Shop />)
    press()
    await screen.findAllByRole('alert')
    write('Jina', ' Zuri ')
    write('Ada', '2.50')
    write('Barua', 'z@example.com')
    await waitFor(() => expect(screen.queryAllByRole('alert')).toEqual([]))
    expect(field('Jina').hasAttribute('aria-invalid')).toBe(false)
    press()
    await waitFor(() => expect(send).toHaveBeenCalledExactlyOnceWith({ name: 'Zuri', fee: 250, email: 'z@example.com' }))
  })

  it('says what is wrong once she has left the field, in the language that she then chooses', async () => {
    render(<Shop />)
    write('Barua', 'zawadi')
    expect(screen.queryByRole('alert')).toBeNull()
    fireEvent.blur(field('Barua'))
    expect((await screen.findByRole('alert')).textContent).toContain('Hii si barua pepe')
    await act(() => speak('en'))
    expect(screen.getByRole('alert').textContent).toContain('This is no email address')
    await act(() => speak('sw'))
  })
})

describe('the form of a door', () => {
  it('says what the browser finds, in her language, at the first wrong field', () => {
    render(<Door />)
    write('Barua', 'zawadi')
    press()
    expect(screen.getAllByRole('alert').map((one) => one.textContent)).toEqual(['Hii si barua pepe. Huandikwa kama zawadi@example.com.', 'Tafadhali jaza hapa.'])
    expect([document.activeElement, field('Barua').value]).toEqual([field('Barua'), 'zawadi'])
    expect(send).not.toHaveBeenCalled()
  })

  it('takes back what it said while she writes, and sends once all is right', () => {
    render(<Door />)
    press()
    write('Barua', 'z@example.com')
    expect(screen.getAllByRole('alert')).toHaveLength(1)
    write('Nenosiri', 'siri')
    press()
    expect([screen.queryAllByRole('alert'), send.mock.calls.length]).toEqual([[], 1])
  })
})
