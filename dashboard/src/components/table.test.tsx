import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import type { Column } from './column'
import Table from './table'

type Size = { name: string; sold: number }
const SIZES: Size[] = [{ name: 'M', sold: 9 }, { name: 'L', sold: 100 }, { name: '10', sold: 20 }, { name: '8', sold: 3 }]
const COLUMNS: Column<Size>[] = [
  { head: 'Size', cell: (size) => size.name },
  { head: 'Sold', cell: (size) => `${size.sold} pieces`, plain: (size) => size.sold, figures: true },
]

const names = () => screen.getAllByRole('row').slice(1).map((row) => row.querySelector('td')?.textContent)
const tap = (head: string) => fireEvent.click(screen.getByRole('button', { name: head }))
const order = (head: string) => screen.getByRole('columnheader', { name: head }).getAttribute('aria-sort')

afterEach(cleanup)

it('shows the rows as they come until a column is asked for', () => {
  render(<Table caption="Sizes" columns={COLUMNS} rows={SIZES} rowKey={(size) => size.name} />)
  expect(names()).toEqual(['M', 'L', '10', '8'])
  expect(order('Sold')).toBe('none')
})

it('puts figures in the order of what they are worth, the most first, then the least', () => {
  render(<Table caption="Sizes" columns={COLUMNS} rows={SIZES} rowKey={(size) => size.name} />)
  tap('Sold')
  expect(names()).toEqual(['L', '10', 'M', '8'])
  expect(order('Sold')).toBe('descending')
  tap('Sold')
  expect(names()).toEqual(['8', 'M', '10', 'L'])
  tap('Sold')
  expect(names()).toEqual(['M', 'L', '10', '8'])
})

it('puts words in their order, and numbers within them as a person counts', () => {
  render(<Table caption="Sizes" columns={COLUMNS} rows={SIZES} rowKey={(size) => size.name} />)
  tap('Size')
  expect(names()).toEqual(['8', '10', 'L', 'M'])
  expect(order('Size')).toBe('ascending')
})
