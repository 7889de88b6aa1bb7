import { Link, useSearch } from '@tanstack/react-router'
import { PackageOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import type { OrderStatus } from '@/api/types'
import { chipLook, ChipsFilter } from '@/components/chips-filter'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { More } from '@/components/more'
import { PageHead } from '@/components/page-head'
import { Skeletons } from '@/components/skeleton'
import { Trouble } from '@/components/trouble'
import { OrderEntry } from './order-entry'
import { STATUSES } from './search'

/** All orders, or those in one state; the address says which, so that a view can be kept and sent. */
export function OrdersPage() {
  const { t } = useTranslation(['orders', 'status', 'frame'])
  const { status } = useSearch({ from: '/shop/orders' })
  return (
    <>
      <PageHead title={t('title')} />
      <ChipsFilter label={t('filter')}>
        <Link to="/orders" search={{}} className={chipLook(status === undefined)}>{t('frame:allOf')}</Link>
        {STATUSES.map((one) => (
          <Link key={one} to="/orders" search={{ status: one }} className={chipLook(status === one)}>{t(`status:${one}`)}</Link>
        ))}
      </ChipsFilter>
      <OrderList status={status} />
    </>
  )
}

function OrderList({ status }: { status: OrderStatus | undefined }) {
  const { t } = useTranslation('orders')
  const query = status === undefined ? {} : { status }
  const orders = api.useInfiniteQuery(
    'get', '/api/orders', { params: { query } },
    { pageParamName: 'cursor', initialPageParam: '', getNextPageParam: (last) => last.next_cursor },
  )
  if (orders.isPending) return <Skeletons count={6} className="grid gap-2" each="h-24" />
  if (orders.data === undefined) return <Trouble onRetry={() => void orders.refetch()} />
  const rows = orders.data.pages.flatMap((page) => page.items)
  if (rows.length === 0) {
    const word = status === undefined ? 'empty' : 'none'
    return <Empty icon={<PackageOpen />} title={t(word)} text={t(`${word}Text`)} />
  }
  return (
    <Card aria-label={t('title')} className="overflow-hidden">
      <ul>{rows.map((row) => <OrderEntry key={row.id} order={row} />)}</ul>
      <More shown={orders.hasNextPage} busy={orders.isFetchingNextPage} onMore={() => void orders.fetchNextPage()} />
    </Card>
  )
}
