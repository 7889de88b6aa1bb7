import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Choice } from '@/components/choice'
import { PageHead } from '@/components/page-head'
import { SalesCard } from '@/components/sales-card'
import { Skeleton } from '@/components/skeleton'
import { FunnelCard } from './funnel-card'
import { ResponseCard } from './response-card'
import type { Period } from './search'
import { TopProductsCard } from './top-products-card'

/** Where money comes from and where customers stop, over a stretch of days that the address keeps. */
export function InsightsPage() {
  const { t } = useTranslation('insights')
  const { days = 30 } = useSearch({ from: '/shop/insights' })
  const navigate = useNavigate({ from: '/insights' })
  const periods = [{ value: '7', label: t('d7') }, { value: '30', label: t('d30') }, { value: '90', label: t('d90') }] as const
  return (
    <>
      <PageHead title={t('title')}>
        <Choice label={t('days')} value={String(days) as '7' | '30' | '90'} options={periods} onChange={(next) => void navigate({ search: { days: Number(next) as Period } })} />
      </PageHead>
      <div className="grid gap-4 lg:grid-cols-2 lg:gap-5">
        <Sales days={days} />
        <FunnelCard days={days} />
        <ResponseCard days={days} />
        <TopProductsCard days={days} />
      </div>
    </>
  )
}

function Sales({ days }: { days: Period }) {
  const { t } = useTranslation('insights')
  const sales = api.useQuery('get', '/api/insights/sales', { params: { query: { days } } }, { placeholderData: (before) => before })
  if (sales.data === undefined) return <Skeleton className="h-80 lg:col-span-2" />
  return <SalesCard title={t('sales')} sales={sales.data} className="lg:col-span-2" />
}
