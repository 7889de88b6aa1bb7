import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { PageHead } from '@/components/page-head'
import { SalesCard } from '@/components/sales-card'
import { Skeleton } from '@/components/skeleton'
import { useInTurn } from '@/components/use-in-turn'
import { BuyersCard } from './buyers-card'
import { CostsCard } from './costs-card'
import { FunnelCard } from './funnel-card'
import { HandsCard } from './hands-card'
import { MissedCard } from './missed-card'
import { PeriodChoice } from './period-choice'
import { ResponseCard } from './response-card'
import { SatisfactionCard } from './satisfaction-card'
import type { Period } from './search'
import { SizesCard } from './sizes-card'
import { StockCard } from './stock-card'
import { Sums } from './sums'
import { TopProductsCard } from './top-products-card'

/** In the order in which an owner asks them. */
const CARDS = [FunnelCard, ResponseCard, TopProductsCard, SizesCard, MissedCard, StockCard, HandsCard, SatisfactionCard, CostsCard, BuyersCard]

/** Where money comes from and where customers stop, over a stretch of days that the address keeps. */
export function InsightsPage() {
  const { t } = useTranslation('insights')
  const shown = useInTurn(CARDS.length)
  const { days = 30, last } = useSearch({ from: '/shop/insights' })
  const period: Period = last === undefined ? { days } : { days, last }
  return (
    <>
      <PageHead title={t('title')}><PeriodChoice period={period} /></PageHead>
      <div className="grid gap-4 lg:grid-cols-2 lg:gap-5">
        <Sales period={period} />
        {CARDS.slice(0, shown).map((Drawn, place) => <Drawn key={place} period={period} />)}
      </div>
    </>
  )
}

function Sales({ period }: { period: Period }) {
  const { t } = useTranslation('insights')
  const sales = api.useQuery('get', '/api/insights/sales', { params: { query: period } }, { placeholderData: (before) => before })
  if (sales.data === undefined) return <><Skeleton className="h-78 lg:col-span-2 lg:h-32" /><Skeleton className="h-98 lg:col-span-2 lg:h-85" /></>
  return (
    <>
      <Sums sales={sales.data} />
      <SalesCard title={t('sales')} sales={sales.data} className="lg:col-span-2" />
    </>
  )
}
