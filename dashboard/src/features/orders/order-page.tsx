import { Link, useParams } from '@tanstack/react-router'
import { ArrowLeft, MessagesSquare } from 'lucide-react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { ApiProblem, isMissing } from '@/api/problem'
import type { Order } from '@/api/types'
import { Button } from '@/components/button'
import { OrderStatusChip } from '@/components/order-status'
import { Skeletons } from '@/components/skeleton'
import { Moment } from '@/components/time'
import { Trouble } from '@/components/trouble'
import { useWide } from '@/components/use-wide'
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
      <Parts order={order.data} />
    </article>
  )
}

/** Side by side on a desk; on a phone in the order in which who packs it needs them. */
function Parts({ order }: { order: Order }) {
  const wide = useWide()
  const next = <Fragment key="next">{order.kept.map((one) => <KeptMoney key={one.refund} one={one} />)}<Actions order={order} /></Fragment>
  const what = <Fragment key="what"><Progress order={order} /><Lines order={order} /></Fragment>
  const whose = <Fragment key="whose"><CustomerCard order={order} />{order.payment === null ? null : <PaymentPanel payment={order.payment} />}</Fragment>
  const history = <HistoryCard key="history" order={order.id} />
  if (!wide) return <div className="grid gap-4">{next}{what}{whose}{history}</div>
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_24rem] gap-5">
      <div className="grid content-start gap-5">{what}{history}</div>
      <div className="grid content-start gap-5">{next}{whose}</div>
    </div>
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
