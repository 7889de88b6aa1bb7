import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { ChartCard } from '@/components/chart-card'
import { Skeleton } from '@/components/skeleton'
import { stretch } from '@/words/when'
import type { Period } from './search'
import { share } from '@/components/share'

/** How long customers wait for the first answer. */
export function ResponseCard({ period }: { period: Period }) {
  const { t } = useTranslation('insights')
  const response = api.useQuery('get', '/api/insights/response-time', { params: { query: period } }, { placeholderData: (before) => before })
  if (response.data === undefined) return <Skeleton className="h-80" />
  const { median_seconds, p90_seconds, before_median_seconds, answered, unanswered } = response.data
  const said = (seconds: number | null) => (seconds === null ? '–' : stretch(seconds))
  const rows = [
    { word: t('median'), value: said(median_seconds) }, { word: t('p90'), value: said(p90_seconds) },
    { word: t('answered'), value: String(answered) }, { word: t('unanswered'), value: String(unanswered) },
  ]
  const columns = [
    { head: t('measure'), cell: (row: (typeof rows)[number]) => row.word },
    { head: t('value'), cell: (row: (typeof rows)[number]) => row.value, figures: true },
  ]
  const chart = (
    <div className="grid gap-5 px-5">
      <dl className="grid grid-cols-2 gap-3">
        {rows.slice(0, 2).map((row) => (
          <div key={row.word} className="grid content-between gap-2 rounded-2xl bg-leaf-soft p-4 text-leaf-ink">
            <dt className="leading-tight font-semibold">{row.word}</dt>
            <dd className="figures font-display text-4xl font-bold">{row.value}</dd>
          </div>
        ))}
      </dl>
      <div className="grid gap-2">
        <p className="figures flex justify-between gap-3">
          <span><strong>{answered}</strong> <span className="text-ink-soft">{t('answered')}</span></span>
          <span><strong>{unanswered}</strong> <span className="text-ink-soft">{t('unanswered')}</span></span>
        </p>
        <span aria-hidden className="h-4 overflow-hidden rounded-full bg-berry-soft"><span className="block h-full rounded-full bg-leaf" style={{ width: `${share(answered, answered + unanswered)}%` }} /></span>
      </div>
    </div>
  )
  return <ChartCard title={t('response')} hint={before_median_seconds === null ? t('responseText') : t('responseBefore', { time: stretch(before_median_seconds) })} chart={chart} columns={columns} rows={rows} rowKey={(row) => row.word} />
}
