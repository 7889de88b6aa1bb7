import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { SalesCard } from '@/components/sales-card'
import { Skeleton } from '@/components/skeleton'

/** What was paid on each of the last thirty days. */
export function SalesMonth() {
  const { t } = useTranslation('today')
  const sales = api.useQuery('get', '/api/insights/sales', { params: { query: { days: 30 } } })
  if (sales.data === undefined) return <Skeleton className="h-98 lg:col-span-2 lg:h-112" />
  return <SalesCard title={t('sales')} sales={sales.data} className="lg:col-span-2" />
}
