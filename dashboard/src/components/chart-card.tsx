import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Card, CardHead } from './card'
import { Choice } from './choice'
import { classes } from './classes'

type Props = { title: string; hint?: ReactNode; chart: ReactNode; table: ReactNode; className?: string }

/** A chart that can be read as a table instead. */
export function ChartCard({ title, hint, chart, table, className }: Props) {
  const { t } = useTranslation()
  const [view, setView] = useState<'chart' | 'table'>('chart')
  const id = useId()
  const options = [{ value: 'chart', label: t('chart') }, { value: 'table', label: t('table') }] as const
  return (
    <Card aria-labelledby={id} className={classes('flex flex-col', className)}>
      <CardHead id={id} title={title} {...(hint === undefined ? {} : { hint })}>
        <Choice label={t('view', { title })} value={view} options={options} onChange={setView} />
      </CardHead>
      <div className="flex flex-1 flex-col pb-5">{view === 'chart' ? chart : table}</div>
    </Card>
  )
}
