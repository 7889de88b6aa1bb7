import { Download } from 'lucide-react'
import { lazy, Suspense, useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button'
import { Card, CardHead } from './card'
import { Choice } from './choice'
import { classes } from './classes'
import { csvOf, handOver } from './csv'
import type { Column } from './column'
import { Skeleton } from './skeleton'

// Most look at the picture: what puts a table in order comes with the first table.
const Table = lazy(() => import('./table')) as typeof import('./table').default

type Props<Row> = {
  title: string
  hint?: ReactNode
  chart: ReactNode
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  className?: string
}

/** A chart that can be read as a table instead, and taken along as CSV. */
export function ChartCard<Row extends object>({ title, hint, chart, columns, rows, rowKey, className }: Props<Row>) {
  const { t } = useTranslation()
  const [view, setView] = useState<'chart' | 'table'>('chart')
  const id = useId()
  const options = [{ value: 'chart', label: t('chart') }, { value: 'table', label: t('table') }] as const
  return (
    <Card aria-labelledby={id} className={classes('flex flex-col', className)}>
      <CardHead id={id} title={title} {...(hint === undefined ? {} : { hint })}>
        <div className="flex items-center gap-1">
          <Choice label={t('view', { title })} value={view} options={options} onChange={setView} />
          <Button kind="bare" shape="round" aria-label={t('csv', { title })} onClick={() => handOver(`${title}.csv`, csvOf(columns, rows))}><Download /></Button>
        </div>
      </CardHead>
      <div className="flex flex-1 flex-col pb-5">
        {view === 'chart' ? chart : <Suspense fallback={<Skeleton className="mx-5 h-60" />}><Table caption={title} columns={columns} rows={rows} rowKey={rowKey} /></Suspense>}
      </div>
    </Card>
  )
}
