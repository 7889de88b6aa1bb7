import type { ReactNode } from 'react'
import { classes } from './classes'

/** A column: what stands in its cells, and as CSV where that is another thing (`plain`). */
export type Column<Row> = { head: string; cell: (row: Row) => ReactNode; figures?: boolean; plain?: (row: Row) => string | number }
type Props<Row> = { caption: string; columns: readonly Column<Row>[]; rows: readonly Row[]; rowKey: (row: Row) => string }

/** Rows with named columns, readable by eye and by ear. */
export function Table<Row>({ caption, columns, rows, rowKey }: Props<Row>) {
  return (
    // The box scrolls sideways on a phone, so a keyboard must be able to reach it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="max-h-96 overflow-auto" tabIndex={0} role="region" aria-label={caption}>
      <table className="w-full text-left">
        <caption className="sr-only">{caption}</caption>
        <thead className="sticky top-0 bg-surface text-sm text-ink-soft">
          <tr>
            {columns.map((column) => (
              <th key={column.head} scope="col" className={classes('px-3 py-2 font-semibold first:pl-5 last:pr-5', column.figures && 'text-right')}>{column.head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-t border-line">
              {columns.map((column) => (
                <td key={column.head} className={classes('px-3 py-2 first:pl-5 last:pr-5', column.figures && 'figures text-right')}>{column.cell(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
