import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { ChartCard } from '@/components/chart-card'
import { Skeleton } from '@/components/skeleton'
import { NothingYet } from '@/components/nothing-yet'
import { Ranked } from '@/components/ranked'
import type { Period } from './search'
import { share } from '@/components/share'

/** How customers like what was delivered, as they said when they were asked. */
export function SatisfactionCard({ period }: { period: Period }) {
  const { t } = useTranslation('insights')
  const told = api.useQuery('get', '/api/insights/satisfaction', { params: { query: period } }, { placeholderData: (before) => before })
  if (told.data === undefined) return <Skeleton className="h-80" />
  const { stars, rated, delivered, happy_percent: happy, before } = told.data
  if (happy === null) return <NothingYet title={t('liked')} text={t('likedNone')} />
  const most = Math.max(1, ...stars)
  const answers = stars.map((count, index) => ({ stars: index + 1, count })).reverse()
  const rows = answers.map(({ stars: given, count }) => ({
    key: String(given), label: '★'.repeat(given), text: String(count), note: `${share(count, rated)}%`, share: count / most,
  }))
  const columns = [
    { head: t('stars'), cell: (row: (typeof answers)[number]) => row.stars, figures: true },
    { head: t('answersColumn'), cell: (row: (typeof answers)[number]) => row.count, figures: true },
  ]
  const hint = t('likedText', { percent: happy, before: before.happy_percent ?? '–', rated, delivered })
  return <ChartCard title={t('liked')} hint={hint} chart={<Ranked rows={rows} tone="bg-leaf" />} columns={columns} rows={answers} rowKey={(row) => String(row.stars)} />
}
