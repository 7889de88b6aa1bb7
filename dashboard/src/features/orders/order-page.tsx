import { Link, useParams } from '@tanstack/react-router'
import { ArrowLeft, MessagesSquare } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { ApiProblem, isMissing } from '@/api/problem'
import type { Order } from '@/api/types'
import { Button } from '@/components/button'
import { OrderStatusChip } from '@/components/order-status'
import { Skeletons } from '@/components/skeleton'
import { Moment } from '@/components/time'
import { Trouble } from '@/components/trouble'
import { Actions } from './actions'
import { CustomerCard } from './customer-card'
import { HistoryCard } from './history-card'
import { KeptMoney } from './kept-money'
import { Lines } from './lines'
import { Papers } from './papers'
import { PaymentPanel } from './payment-panel'
import { Progress } from './progress'

/** One order, whole: what to do with it, what is in it, and everything that ever happened to it. */
export function OrderPage() {
  const { order: id } = useParams({ from: '/shop/orders/$order' })
  const order = api.useQuery('get', '/api/orders/{order}', { params: { path: { order: id } } })
  if (order.isPending) return <Skeletons count={4} className="grid gap-4" each="h-36" />
  if (order.data === undefined) {
    const trace = order.error instanceof ApiProblem ? order.error.trace : null
    return <Trouble missing={isMissing(order.error)} trace={trace} onRetry={() => void order.refetch()} />
  }
  return (
    <article>
      <Head order={order.data} />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-5">
        <div className="grid content-start gap-4 lg:gap-5">
          <Progress order={order.data} />
          <Lines order={order.data} />
          <HistoryCard order={order.data.id} />
        </div>
        <div className="grid content-start gap-4 max-lg:row-start-1 lg:gap-5">
          {order.data.kept.map((one) => <KeptMoney key={one.refund} one={one} />)}
          <Actions order={order.data} />
          <CustomerCard order={order.data} />
          {order.data.payment === null ? null : <PaymentPanel payment={order.data.payment} />}
        </div>
      </div>
    </article>
  )
}

function Head({ order }: { order: Order }) {
  const { t } = useTranslation(['orders', 'frame'])
  return (
    <header className="mb-5">
      <Button kind="bare" className="-ml-3 px-3" asChild><Link to="/orders"><ArrowLeft aria-hidden />{t('title')}</Link></Button>
      <div className="mt-1 flex flex-wrap items-center justify-between gap-3">
        <div>
          <div className="flex flex-wrap items-center gap-3">
            <h1 className="figures text-3xl font-bold sm:text-4xl">{order.number}</h1>
            <OrderStatusChip status={order.status} />
          </div>
          <p className="mt-1 text-ink-soft">{t('placed')} <Moment at={order.placed_at} /></p>
        </div>
        <Papers order={order} />
        <Button kind="quiet" asChild>
          <Link to="/conversations/$conversation" params={{ conversation: order.conversation }}><MessagesSquare aria-hidden />{t('chat')}</Link>
        </Button>
      </div>
    </header>
  )
}
