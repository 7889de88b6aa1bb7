import { plainOf, type Column } from './column'

const FORMULA = /^[=+\-@\t\r]/

/** A cell as spreadsheets read it: quoted where it must be, and never a formula. */
function quoted(value: string | number): string {
  const text = typeof value === 'number' ? String(value) : FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A table as CSV, with the same columns and rows as on the page. */
export function csvOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const lines = [columns.map((column) => column.head), ...rows.map((row) => columns.map((column) => plainOf(column, row)))]
  return lines.map((line) => line.map(quoted).join(',')).join('\r\n') + '\r\n'
}

/** How long a browser may take to begin reading a file that it is handed. */
const READ_MS = 60_000

/** Hands a text to the person as a file. */
export function handOver(name: string, text: string): void {
  // The mark at the begin tells Excel that it is UTF-8.
  const address = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), READ_MS)
}
