import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import type { components } from '@/api/schema'
import { ChartCard } from '@/components/chart-card'
import { Skeleton } from '@/components/skeleton'
import { Change } from './change'
import { NothingYet } from '@/components/nothing-yet'
import { Ranked } from '@/components/ranked'
import type { Period } from './search'

type Cost = components['schemas']['Cost']

/** What messages and models cost: in all, for a chat, for a sale. */
export function CostsCard({ period }: { period: Period }) {
  const { t } = useTranslation('insights')
  const asked = api.useQuery('get', '/api/insights/costs', { params: { query: period } }, { placeholderData: (before) => before })
  if (asked.data === undefined) return <Skeleton className="h-80" />
  const { costs, total, before_total, per_chat, per_order, before_per_chat, before_per_order, days } = asked.data
  if (costs.length === 0) return <NothingYet title={t('costs')} text={t('costsNone')} />
  // A channel that states its own prices does not say what kind of message it was; after "stated" stands a currency that is not dollars.
  const label = (cost: Cost) => {
    if (cost.kind !== 'message') return cost.about
    const [kind, currency = ''] = cost.about.split(' ')
    return kind === 'stated' ? t('messagesStated', { currency }).trim() : t('messagesOf', { category: cost.about })
  }
  const columns = [
    { head: t('what'), cell: label },
    { head: t('times'), cell: (cost: Cost) => cost.times, figures: true },
    { head: t('cost'), cell: (cost: Cost) => cost.cost?.text ?? t('unknown'), plain: (cost: Cost) => (cost.cost === null ? '' : cost.cost.micro_usd / 1e6), figures: true },
  ]
  const rows = costs.map((cost) => ({
    key: cost.kind + cost.about, label: label(cost), text: cost.cost?.text ?? t('unknown'), note: `× ${cost.times}`, share: (cost.cost?.micro_usd ?? 0) / Math.max(1, total.micro_usd),
  }))
  const chart = (
    <div className="grid gap-4">
      <dl className="grid grid-cols-2 gap-3 px-5">
        {[{ word: t('perChat'), cost: per_chat, before: before_per_chat }, { word: t('perSale'), cost: per_order, before: before_per_order }].map(({ word, cost, before }) => (
          <div key={word} className="grid content-between gap-1 rounded-2xl bg-gold-soft p-4 text-gold-ink">
            <dt className="leading-tight font-semibold">{word}</dt>
            <dd className="figures font-display text-2xl font-bold">{cost?.text ?? '–'}</dd>
            <dd className="figures text-sm">{t('beforeWas', { amount: before?.text ?? '–' })}</dd>
          </div>
        ))}
      </dl>
      <Ranked rows={rows} tone="bg-gold" />
    </div>
  )
  const hint = <>{t('costsText', { amount: total.text })} <Change now={total.micro_usd} before={before_total.micro_usd} days={days} /></>
  return <ChartCard title={t('costs')} hint={hint} chart={chart} columns={columns} rows={costs} rowKey={(cost) => cost.kind + cost.about} />
}
