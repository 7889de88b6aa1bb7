import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { PackageOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import type { OrderRow } from '@/api/types'
import { Card } from '@/components/card'
import { chipLook, ChipsFilter } from '@/components/chips-filter'
import { Choice } from '@/components/choice'
import { Empty } from '@/components/empty'
import { More } from '@/components/more'
import { PageHead } from '@/components/page-head'
import { Skeletons } from '@/components/skeleton'
import { TakeAlong } from '@/components/take-along'
import { Trouble } from '@/components/trouble'
import { useGradually } from '@/components/use-gradually'
import { Board } from './board'
import { FilterButton, Filters } from './filters'
import { OrderEntry } from './order-entry'
import { filePath, filterOf, STATUSES, without, type OrdersSearch } from './search'

/** The orders asked for, as a list or as a board; the address says which, so that a view can be kept and sent. */
export function OrdersPage() {
  const { t } = useTranslation(['orders', 'status', 'frame', 'lists'])
  const search = useSearch({ from: '/shop/orders' })
  const navigate = useNavigate({ from: '/orders' })
  const rest = without(search, 'status')
  const looks = [{ value: 'list', label: t('lists:list') }, { value: 'board', label: t('lists:board') }] as const
  return (
    <>
      <PageHead title={t('title')}>
        <div className="flex items-center gap-1">
          <TakeAlong href={filePath('orders.csv', search)} label={t('lists:export')} />
          <FilterButton search={search} />
          <Choice label={t('lists:look')} value={search.look ?? 'list'} options={looks} onChange={(look) => void navigate({ search: look === 'board' ? { ...search, look } : without(search, 'look') })} />
        </div>
      </PageHead>
      {search.look === 'board' ? null : (
        <ChipsFilter label={t('filter')}>
          <Link to="/orders" search={rest} className={chipLook(search.status === undefined)}>{t('frame:allOf')}</Link>
          {STATUSES.map((one) => <Link key={one} to="/orders" search={{ ...rest, status: one }} className={chipLook(search.status === one)}>{t(`status:${one}`)}</Link>)}
        </ChipsFilter>
      )}
      <Filters search={search} />
      {search.look === 'board' ? <Board search={search} /> : <OrderList search={search} />}
    </>
  )
}

function OrderList({ search }: { search: OrdersSearch }) {
  const { t } = useTranslation('orders')
  const query = filterOf(search)
  const orders = api.useInfiniteQuery(
    'get', '/api/orders', { params: { query } },
    { pageParamName: 'cursor', initialPageParam: '', getNextPageParam: (last) => last.next_cursor },
  )
  if (orders.isPending) return <Skeletons count={6} className="grid gap-2" each="h-24" />
  if (orders.data === undefined) return <Trouble onRetry={() => void orders.refetch()} />
  const rows = orders.data.pages.flatMap((page) => page.items)
  if (rows.length === 0) {
    const word = Object.keys(query).length === 0 ? 'empty' : 'none'
    return <Empty icon={<PackageOpen />} title={t(word)} text={t(`${word}Text`)} />
  }
  return (
    <Card aria-label={t('title')} className="overflow-hidden">
      <Rows rows={rows} />
      <More shown={orders.hasNextPage} busy={orders.isFetchingNextPage} onMore={() => void orders.fetchNextPage()} />
    </Card>
  )
}

const Rows = ({ rows }: { rows: readonly OrderRow[] }) => <ul>{useGradually(rows).map((row) => <OrderEntry key={row.id} order={row} />)}</ul>
