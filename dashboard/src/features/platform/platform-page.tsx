import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { PageHead } from '@/components/page-head'
import { Skeletons } from '@/components/skeleton'
import { Trouble } from '@/components/trouble'
import { Boutiques } from './boutiques-card'
import { CostCards } from './costs-card'
import { PeriodChoice } from './period-choice'
import type { PlatformSearch } from './search'
import { SumTiles, Tile } from './tiles'
import { UptimeCard } from './uptime-card'

/** All boutiques together, and each in a line. */
export function PlatformPage() {
  const { t } = useTranslation('platform')
  const search = useSearch({ from: '/platform/' })
  const navigate = useNavigate({ from: '/platform/' })
  const days = search.days ?? 30
  return (
    <>
      <PageHead title={t('title')} hint={t('text')}><PeriodChoice days={days} onDays={(next) => void navigate({ search: { ...search, days: next }, replace: true })} /></PageHead>
      <div className="grid gap-4 lg:gap-5">
        <Figures days={days} search={search} />
      </div>
    </>
  )
}

function Figures({ days, search }: { days: number; search: PlatformSearch }) {
  const { t } = useTranslation('platform')
  const asked = api.useQuery('get', '/api/platform/figures', { params: { query: { days } } }, { placeholderData: (before) => before, refetchInterval: 60_000 })
  if (asked.isPending) return <Skeletons count={6} className="grid grid-cols-2 gap-3 lg:grid-cols-4" each="h-28" />
  if (asked.data === undefined) return <><Trouble onRetry={() => void asked.refetch()} /><UptimeCard days={days} /></>
  const { before, boutiques, costs, monthly, ...sums } = asked.data
  return (
    <>
      <dl className="grid grid-cols-2 gap-3 lg:grid-cols-4 lg:gap-5">
        <Tile strong word={t('monthly')} text={monthly.text} below={t('monthlyText')} />
        <Tile word={t('active')} text={String(sums.active)} below={t('activeOf', { count: boutiques.length })} />
        <SumTiles sums={sums} before={before} />
      </dl>
      <UptimeCard days={days} />
      <div className="grid items-start gap-4 lg:grid-cols-2 lg:gap-5"><CostCards costs={costs} /></div>
      <Boutiques rows={boutiques} search={search} />
    </>
  )
}
