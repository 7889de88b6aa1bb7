import { useTranslation } from 'react-i18next'
import type { components } from '@/api/schema'
import { ChartCard } from '@/components/chart-card'
import { NothingYet } from '@/components/nothing-yet'
import { Ranked } from '@/components/ranked'

type Cost = components['schemas']['PlatformCost']
const WAYS: Record<string, string> = { whatsapp: 'WhatsApp', twilio: 'Twilio' }

/** What models and messages cost, dearest first. */
export function CostsCard({ costs }: { costs: readonly Cost[] }) {
  const { t } = useTranslation(['platform', 'insights'])
  if (costs.length === 0) return <NothingYet title={t('costs')} text={t('noCosts')} />
  const label = (cost: Cost) => (cost.kind === 'message' ? [WAYS[cost.channel] ?? cost.channel, cost.about.replace('stated', '').trim()].filter((part) => part !== '').join(', ') : cost.about)
  const key = (cost: Cost) => `${cost.kind} ${cost.channel} ${cost.about}`
  const most = Math.max(1, ...costs.map((cost) => cost.cost?.micro_usd ?? 0))
  const rows = costs.map((cost) => ({ key: key(cost), label: label(cost), text: cost.cost?.text ?? t('unknown'), note: t('times', { count: cost.times }), share: (cost.cost?.micro_usd ?? 0) / most }))
  const columns = [
    { head: t('insights:what'), cell: label },
    { head: t('insights:times'), cell: (cost: Cost) => cost.times, figures: true },
    { head: t('insights:cost'), cell: (cost: Cost) => cost.cost?.text ?? t('unknown'), plain: (cost: Cost) => (cost.cost === null ? '' : cost.cost.micro_usd / 1e6), figures: true },
  ]
  return <ChartCard title={t('costs')} hint={t('costsText')} chart={<Ranked rows={rows} tone="bg-gold" />} columns={columns} rows={costs} rowKey={key} />
}
