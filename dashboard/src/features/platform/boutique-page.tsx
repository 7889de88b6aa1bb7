import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { ArrowLeft, Unplug } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { isMissing } from '@/api/problem'
import type { components } from '@/api/schema'
import { Button } from '@/components/button'
import { Card, CardHead } from '@/components/card'
import { Empty } from '@/components/empty'
import { Notice } from '@/components/notice'
import { PageHead } from '@/components/page-head'
import { Skeletons } from '@/components/skeleton'
import { Ago } from '@/components/time'
import { Trouble } from '@/components/trouble'
import { longDay } from '@/words/when'
import { AccountCard } from './account-card'
import { CostCards } from './costs-card'
import { PeriodChoice } from './period-choice'
import { Beside, SumTiles, Tile } from './tiles'

type Boutique = components['schemas']['WatchedBoutique']

/** One boutique from outside: its figures, and how its numbers and payment accounts are. */
export function BoutiquePage() {
  const { t } = useTranslation('platform')
  const { boutique } = useParams({ from: '/platform/boutiques/$boutique' })
  const search = useSearch({ from: '/platform/boutiques/$boutique' })
  const navigate = useNavigate({ from: '/platform/boutiques/$boutique' })
  const days = search.days ?? 30
  const asked = api.useQuery('get', '/api/platform/boutiques/{boutique}', { params: { path: { boutique }, query: { days } } }, { placeholderData: (before) => before, refetchInterval: 60_000 })
  return (
    <>
      <Button kind="bare" className="mb-2 -ml-3 px-3" asChild><Link to="/platform" search={search.days === undefined ? {} : { days }}><ArrowLeft aria-hidden />{t('back')}</Link></Button>
      {asked.isPending ? <Skeletons count={4} className="grid gap-4" each="h-28" /> : null}
      {asked.isError ? <Trouble missing={isMissing(asked.error)} onRetry={() => void asked.refetch()} /> : null}
      {asked.data === undefined ? null : <Outside boutique={asked.data} days={days} onDays={(next) => void navigate({ search: { days: next }, replace: true })} />}
    </>
  )
}

function Outside({ boutique, days, onDays }: { boutique: Boutique; days: number; onDays: (days: number) => void }) {
  const { t, i18n } = useTranslation('platform')
  const since = boutique.since === null ? '' : ` · ${t('since', { day: longDay(new Date(boutique.since), i18n.language) })}`
  return (
    <>
      <PageHead title={boutique.title} hint={`${boutique.town}${since}`}><PeriodChoice days={days} onDays={onDays} /></PageHead>
      <div className="grid gap-4 lg:gap-5">
        <dl className="grid grid-cols-2 gap-3 lg:grid-cols-4 lg:gap-5">
          <Tile strong word={t('pays')} text={boutique.monthly.text} below={t('paysText', { fee: boutique.fee.text, commission: boutique.commission.text })} />
          <Tile word={t('chats')} text={String(boutique.sums.chats)} below={<Beside now={boutique.sums.chats} before={boutique.before.chats} />} />
          <SumTiles sums={boutique.sums} before={boutique.before} />
        </dl>
        <h2 className="mt-2 text-2xl font-bold">{t('health')}</h2>
        {boutique.accounts.length === 0 ? <Card><Empty icon={<Unplug />} title={t('noAccounts')} text={t('measured')} /></Card> : (
          <div className="grid gap-4 sm:grid-cols-2 lg:gap-5">{boutique.accounts.map((account, index) => <AccountCard key={index} account={account} />)}</div>
        )}
        <Behind boutique={boutique} />
        <div className="grid items-start gap-4 lg:grid-cols-2 lg:gap-5"><CostCards costs={boutique.costs} /></div>
      </div>
    </>
  )
}

function Behind({ boutique }: { boutique: Boutique }) {
  const { t } = useTranslation('platform')
  const { stopped, work_failing: failing, chats_waiting: waiting } = boutique
  return (
    <Card>
      <CardHead title={t('behind')} />
      <div className="grid gap-3 px-5 pb-5">
        {stopped > 0 ? <Notice>{t('stopped', { count: stopped })}</Notice> : null}
        {failing > 0 ? <Notice>{t('failing', { count: failing })}</Notice> : null}
        {stopped + failing === 0 ? <Notice well>{t('allWell')}</Notice> : null}
        {waiting > 0 ? <p>{t('waiting', { count: waiting })}</p> : null}
        <p className="text-sm text-ink-soft">{t('counted')} <Ago at={boutique.counted_at} /></p>
      </div>
    </Card>
  )
}
