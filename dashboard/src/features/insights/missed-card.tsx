import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import type { components } from '@/api/schema'
import { ChartCard } from '@/components/chart-card'
import { Skeleton } from '@/components/skeleton'
import { NothingYet } from '@/components/nothing-yet'
import { Ranked } from '@/components/ranked'
import { wantedWord } from '@/words/wanted'
import type { Period } from './search'

type Wish = components['schemas']['MissedWish']
const SHOWN = 8
const named = (wish: Wish) => wish.wanted.join(' ')

/** What people asked for and was not there: what to buy next. */
export function MissedCard({ period }: { period: Period }) {
  const { t, i18n } = useTranslation('insights')
  const missed = api.useQuery('get', '/api/insights/missed', { params: { query: period } }, { placeholderData: (before) => before })
  if (missed.data === undefined) return <Skeleton className="h-80" />
  const { wishes } = missed.data
  if (wishes.length === 0) return <NothingYet title={t('missed')} text={t('missedNone')} />
  const most = Math.max(...wishes.map((wish) => wish.times))
  const label = (wish: Wish) => wish.wanted.map((tag) => wantedWord(tag, i18n.language)).join(' · ') || t('missedElse')
  const columns = [
    { head: t('wanted'), cell: label },
    { head: t('times'), cell: (wish: Wish) => wish.times, figures: true },
    { head: t('daysBefore'), cell: (wish: Wish) => wish.before ?? '–', figures: true },
  ]
  const rows = wishes.slice(0, SHOWN).map((wish) => ({ key: named(wish), label: label(wish), text: t('timesText', { count: wish.times }), share: wish.times / most }))
  return <ChartCard title={t('missed')} hint={t('missedText')} chart={<Ranked rows={rows} tone="bg-berry" />} columns={columns} rows={wishes} rowKey={named} />
}
