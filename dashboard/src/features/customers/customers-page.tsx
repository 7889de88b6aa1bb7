import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Users } from 'lucide-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import type { CustomerRow } from '@/api/types'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { Avatar, useCustomerName } from '@/components/customer'
import { Empty } from '@/components/empty'
import { More } from '@/components/more'
import { PageHead } from '@/components/page-head'
import { SearchLine } from '@/components/search-line'
import { Skeletons } from '@/components/skeleton'
import { TakeAlong } from '@/components/take-along'
import { Ago } from '@/components/time'
import { Trouble } from '@/components/trouble'
import { Filters } from './filters'
import { exportPath, without, type CustomersSearch } from './search'

/** Everybody who ever wrote, the latest first; whom one looks for stands in the address. */
export function CustomersPage() {
  const { t } = useTranslation(['customers', 'lists'])
  const search = useSearch({ from: '/shop/customers' })
  const navigate = useNavigate({ from: '/customers' })
  const ask = useCallback((word: string) => void navigate({ search: (kept) => (word === '' ? without(kept, 'q') : { ...kept, q: word }), replace: true }), [navigate])
  return (
    <>
      <PageHead title={t('title')}>
        <TakeAlong href={exportPath(search)} label={t('lists:export')} className="sm:order-1" />
        <SearchLine asked={search.q ?? ''} label={t('search')} onAsk={ask} className="sm:ml-auto" />
      </PageHead>
      <Filters search={search} />
      <List search={search} />
    </>
  )
}

function List({ search }: { search: CustomersSearch }) {
  const { t } = useTranslation('customers')
  const customers = api.useInfiniteQuery(
    'get', '/api/customers', { params: { query: search } },
    { pageParamName: 'cursor', initialPageParam: '', getNextPageParam: (last) => last.next_cursor },
  )
  if (customers.isPending) return <Skeletons count={6} className="grid gap-2" each="h-20" />
  if (customers.data === undefined) return <Trouble onRetry={() => void customers.refetch()} />
  const rows = customers.data.pages.flatMap((page) => page.items)
  if (rows.length === 0) {
    const word = search.q !== undefined ? 'none' : Object.keys(search).length > 0 ? 'noneSuch' : 'empty'
    return <Empty icon={<Users />} title={t(word)} text={t(`${word}Text`)} />
  }
  return (
    <Card aria-label={t('title')} className="overflow-hidden">
      <ul>{rows.map((row) => <Entry key={row.customer.id} row={row} />)}</ul>
      <More shown={customers.hasNextPage} busy={customers.isFetchingNextPage} onMore={() => void customers.fetchNextPage()} />
    </Card>
  )
}

function Entry({ row }: { row: CustomerRow }) {
  const { t } = useTranslation('customers')
  const nameOf = useCustomerName()
  return (
    <li className="border-b border-line last:border-0">
      <Link to="/customers/$customer" params={{ customer: row.customer.id }} className="flex items-center gap-3 px-4 py-3.5 transition-colors hover:bg-sunken">
        <Avatar customer={row.customer} />
        <span className="grid min-w-0 flex-1">
          <span className="truncate font-semibold">{nameOf(row.customer)}</span>
          <span className="figures truncate text-sm text-ink-soft">{row.customer.phone ?? t('noPhone', { ns: 'frame' })} · <Ago at={row.met_at} /></span>
        </span>
        {row.labels.map((label) => <Chip key={label.id} tone={label.tone} className="max-sm:hidden">{label.name}</Chip>)}
        {row.wants_erasure ? <Chip tone="berry">{t('wantsErasure')}</Chip> : null}
        <span className="grid justify-items-end whitespace-nowrap">
          <span className="figures font-display text-lg leading-tight font-semibold">{row.spent.text}</span>
          <span className="text-sm text-ink-soft">{t('orders', { count: row.orders })}</span>
        </span>
      </Link>
    </li>
  )
}
