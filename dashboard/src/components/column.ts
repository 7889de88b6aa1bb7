import type { ReactNode } from 'react'

/** A column: what stands in its cells, and as CSV and in the order of rows where that is another thing (`plain`). */
export type Column<Row> = { head: string; cell: (row: Row) => ReactNode; figures?: boolean; plain?: (row: Row) => string | number }

/** What a cell says without its looks. */
export function plainOf<Row>(column: Column<Row>, row: Row): string | number {
  if (column.plain !== undefined) return column.plain(row)
  const shown = column.cell(row)
  return typeof shown === 'string' || typeof shown === 'number' ? shown : ''
}
