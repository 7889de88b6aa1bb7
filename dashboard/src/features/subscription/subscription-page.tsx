import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { PageHead } from '@/components/page-head'
import { Skeletons } from '@/components/skeleton'
import { Trouble } from '@/components/trouble'
import { BillCard } from './bill-card'
import { InvoicesCard } from './invoices-card'
import { PlansCard } from './plans-card'

/** What the boutique pays for Dukani: the plan, the month so far, the invoices. */
export function SubscriptionPage() {
  const { t } = useTranslation('subscription')
  const told = api.useQuery('get', '/api/subscription')
  const head = <PageHead title={t('title')} hint={t('text')} />
  if (told.isPending) return <>{head}<Skeletons count={3} className="grid gap-3" each="h-40" /></>
  if (told.data === undefined) return <>{head}<Trouble onRetry={() => void told.refetch()} /></>
  return (
    <>
      {head}
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <div className="grid gap-5">
          <BillCard bill={told.data.bill} />
          <PlansCard subscription={told.data} />
        </div>
        <InvoicesCard subscription={told.data} />
      </div>
    </>
  )
}
