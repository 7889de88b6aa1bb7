import { createSortedRowModel, rowSortingFeature, tableFeatures, useTable, type ColumnDef, type Row as TableRow } from '@tanstack/react-table'
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import { useMemo } from 'react'
import { classes } from './classes'
import { plainOf, type Column } from './column'

type Props<Row> = { caption: string; columns: readonly Column<Row>[]; rows: readonly Row[]; rowKey: (row: Row) => string }

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() })
const words = new Intl.Collator(undefined, { numeric: true })
const ORDERS = {
  asc: { said: 'ascending', icon: <ArrowUp aria-hidden className="size-4" /> },
  desc: { said: 'descending', icon: <ArrowDown aria-hidden className="size-4" /> },
} as const
const UNSORTED = <ChevronsUpDown aria-hidden className="size-4 opacity-45" />

/** Figures by what they are worth, words as a person puts them. */
function byWhatItSays<Row extends object>(one: TableRow<typeof features, Row>, other: TableRow<typeof features, Row>, column: string): number {
  const [left, right] = [one.getValue<string | number>(column), other.getValue<string | number>(column)]
  return typeof left === 'number' && typeof right === 'number' ? left - right : words.compare(String(left), String(right))
}

/** Rows with named columns, readable by eye and by ear; a tap on a column's name puts the rows in its order. */
export default function Table<Row extends object>({ caption, columns, rows, rowKey }: Props<Row>) {
  const defined = useMemo(() => columns.map((column): ColumnDef<typeof features, Row> => ({
    id: column.head, accessorFn: (row) => plainOf(column, row), sortFn: byWhatItSays, sortDescFirst: column.figures === true,
  })), [columns])
  const table = useTable({ features, data: rows, columns: defined, getRowId: rowKey })
  return (
    // The box scrolls sideways on a phone, so a keyboard must be able to reach it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="max-h-96 overflow-auto" tabIndex={0} role="region" aria-label={caption}>
      <table className="w-full text-left">
        <caption className="sr-only">{caption}</caption>
        <thead className="sticky top-0 bg-surface text-sm text-ink-soft">
          <tr>
            {columns.map((column) => {
              const order = table.getColumn(column.head)?.getIsSorted()
              const sorted = order === 'asc' || order === 'desc' ? order : null
              return (
                <th key={column.head} scope="col" aria-sort={sorted === null ? 'none' : ORDERS[sorted].said} className={classes('px-3 font-semibold first:pl-5 last:pr-5', column.figures && 'text-right')}>
                  <button type="button" className="inline-flex min-h-11 items-center gap-1 font-semibold" onClick={table.getColumn(column.head)?.getToggleSortingHandler()}>
                    {column.head}{sorted === null ? UNSORTED : ORDERS[sorted].icon}
                  </button>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id} className="border-t border-line">
              {columns.map((column) => (
                <td key={column.head} className={classes('px-3 py-2 first:pl-5 last:pr-5', column.figures && 'figures text-right')}>{column.cell(row.original)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
