import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Card, CardHead } from '@/components/card'
import { Skeleton } from '@/components/skeleton'
import { Ago } from '@/components/time'

const PROCESSES = ['api', 'worker'] as const

/** How long the installation was there, minute by minute. */
export function UptimeCard({ days }: { days: number }) {
  const { t } = useTranslation('platform')
  const asked = api.useQuery('get', '/api/platform/uptime', { params: { query: { days } } }, { placeholderData: (before) => before, refetchInterval: 60_000 })
  if (asked.data === undefined) return <Skeleton className="h-48" />
  return (
    <Card>
      <CardHead title={t('uptime')} hint={t('measured')} />
      <dl className="grid gap-3 px-5 pb-5 sm:grid-cols-2">
        {PROCESSES.map((name) => {
          const found = asked.data.processes.find((each) => each.process === name)
          const missing = found === undefined ? 0 : found.of - found.minutes
          return (
            <div key={name} className="grid content-start gap-0.5 rounded-2xl bg-sunken p-4">
              <dt className="font-semibold">{t(name)}</dt>
              <dd className="figures font-display text-2xl font-bold">{found?.percent == null ? '–' : `${found.percent}%`}</dd>
              <dd className="text-sm text-ink-soft">{found?.last == null || found.of === 0 ? t('never') : <>{missing > 0 ? t('missed', { count: missing }) : t('whole')} · <Ago at={found.last} /></>}</dd>
            </div>
          )
        })}
      </dl>
    </Card>
  )
}
