import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { ApiProblem } from '@/api/problem'
import { PageHead } from '@/components/page-head'
import { Skeletons } from '@/components/skeleton'
import { Trouble } from '@/components/trouble'
import { longDay } from '@/words/when'
import { Activity } from './activity'
import { LowStock } from './low-stock'
import { NeedsYou } from './needs'
import { PaidToday } from './paid-today'
import { SalesMonth } from './sales-month'
import { Waiting } from './waiting'

/** The day in one screen: money in, what waits for the owner, and what just happened. */
export function TodayPage() {
  const { t, i18n } = useTranslation('today')
  const today = api.useQuery('get', '/api/today')
  if (today.isPending) return <Skeletons count={4} className="grid gap-4" each="h-36" />
  if (today.data === undefined) {
    return <Trouble trace={today.error instanceof ApiProblem ? today.error.trace : null} onRetry={() => void today.refetch()} />
  }
  const day = new Date(`${today.data.day}T12:00:00+03:00`)
  return (
    <>
      <PageHead title={t('title')} hint={longDay(day, i18n.language)} />
      <div className="grid gap-4 lg:grid-cols-3 lg:gap-5">
        <PaidToday today={today.data} day={day} />
        <Waiting today={today.data} />
        <NeedsYou />
        <SalesMonth />
        <Activity />
        <LowStock sizes={today.data.low_stock} />
      </div>
    </>
  )
}
