import { keepPreviousData } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { HandCoins } from 'lucide-react'
import { useCallback, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Empty } from '@/components/empty'
import { PageHead } from '@/components/page-head'
import { SearchLine } from '@/components/search-line'
import { Skeletons } from '@/components/skeleton'
import { TakeAlong } from '@/components/take-along'
import { Trouble } from '@/components/trouble'
import { BesideCard } from './beside-card'
import { DepositCard } from './deposit-card'
import { Filters } from './filters'
import { RefundCard } from './refund-card'
import { exportPath, withWords, type MoneySearch } from './search'

/** Money that waits for a person: whose it is, and whether it goes back. What is looked for stands in the address. */
export function MoneyPage() {
  const { t } = useTranslation(['waitingMoney', 'lists'])
  const search = useSearch({ from: '/shop/money' })
  const navigate = useNavigate({ from: '/money' })
  const ask = useCallback((word: string) => void navigate({ search: (kept) => withWords(kept, word), replace: true }), [navigate])
  return (
    <>
      <PageHead title={t('title')} hint={t('text')}>
        <TakeAlong href={exportPath(search)} label={t('lists:export')} className="sm:order-1" />
        <SearchLine asked={search.q ?? ''} label={t('search')} onAsk={ask} className="sm:ml-auto" />
      </PageHead>
      <Filters search={search} />
      <Waiting search={search} />
    </>
  )
}

function Waiting({ search }: { search: MoneySearch }) {
  const { t } = useTranslation('waitingMoney')
  const me = api.useQuery('get', '/api/me')
  const waiting = api.useQuery('get', '/api/money', { params: { query: search } }, { placeholderData: keepPreviousData })
  if (waiting.isPending) return <Skeletons count={3} className="grid gap-3" each="h-28" />
  if (waiting.data === undefined) return <Trouble onRetry={() => void waiting.refetch()} />
  const { deposits, beside, refunds } = waiting.data
  const role = me.data?.role ?? 'auditor'
  if (deposits.length + beside.length + refunds.length === 0) {
    const word = Object.keys(search).length === 0 ? 'none' : 'noneSuch'
    return <Empty icon={<HandCoins />} title={t(word)} text={t(`${word}Text`)} />
  }
  return (
    <div className="grid gap-8">
      <Part title={t('refunds')} hint={t('refundsText')} count={refunds.length}>
        {refunds.map((one) => <li key={`${one.payment}-${one.refund}`}><RefundCard one={one} role={role} /></li>)}
      </Part>
      <Part title={t('deposits')} hint={t('depositsText')} count={deposits.length}>
        {deposits.map((one) => <li key={one.id}><DepositCard one={one} role={role} /></li>)}
      </Part>
      <Part title={t('beside')} hint={t('besideText')} count={beside.length}>
        {beside.map((one) => <li key={`${one.payment}-${one.receipt}-${one.at}`}><BesideCard one={one} role={role} /></li>)}
      </Part>
    </div>
  )
}

function Part({ title, hint, count, children }: { title: string; hint: string; count: number; children: ReactNode }) {
  if (count === 0) return null
  return (
    <section aria-label={title}>
      <h2 className="text-xl">{title}</h2>
      <p className="mb-3 text-sm text-ink-soft">{hint}</p>
      <ul className="grid gap-3 xl:grid-cols-2">{children}</ul>
    </section>
  )
}
