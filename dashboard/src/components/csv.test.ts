import { describe, expect, it } from 'vitest'
import { csvOf } from './csv'
import type { Column } from './column'

type Row = { title: string; paid: number }
const columns: Column<Row>[] = [
  { head: 'Piece', cell: (row) => row.title },
  { head: 'Paid', cell: (row) => `KSh ${row.paid}`, plain: (row) => row.paid },
]

describe('a table as CSV', () => {
  it('has the page’s columns, with plain figures', () => {
    expect(csvOf(columns, [{ title: 'Dera', paid: 2450 }])).toBe('Piece,Paid\r\nDera,2450\r\n')
  })

  it('quotes what would break a line', () => {
    expect(csvOf(columns, [{ title: 'Red, "the\nbest"', paid: -1 }])).toBe('Piece,Paid\r\n"Red, ""the\nbest""",-1\r\n')
  })

  it.each(['=HYPERLINK("http://evil")', '+1', '-2', '@SUM(A1)', '\t=1', '\r=1'])('never lets %j be a formula', (title) => {
    const cell = csvOf(columns, [{ title, paid: 0 }]).split('\r\n').slice(1).join('\r\n')
    expect(cell.replace(/^"/, '')).toMatch(/^'/)
  })
})
