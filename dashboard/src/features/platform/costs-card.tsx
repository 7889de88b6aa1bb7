import { useTranslation } from 'react-i18next'
import type { components } from '@/api/schema'
import { ChartCard } from '@/components/chart-card'
import { NothingYet } from '@/components/nothing-yet'
import { Ranked } from '@/components/ranked'

type Cost = components['schemas']['PlatformCost']
type Costs = components['schemas']['PlatformCosts']
const WAYS: Record<string, string> = { whatsapp: 'WhatsApp', twilio: 'Twilio' }

const keyOf = (cost: Cost) => `${cost.kind} ${cost.channel} ${cost.about}`
const wayOf = (cost: Cost) => WAYS[cost.channel] ?? cost.channel
const plain = (cost: Cost['cost']) => (cost === null ? '' : cost.micro_usd / 1e6)

/** What was spent on each model and over each channel, dearest first; the channels' table has each model and message. */
export function CostCards({ costs }: { costs: Costs }) {
  const { t } = useTranslation(['platform', 'insights'])
  const text = (cost: Cost['cost']) => cost?.text ?? t('unknown')
  // A channel that states its own prices does not say what kind of message it was.
  const what = (cost: Cost) => (cost.kind === 'model' ? cost.about : t('messagesOf', { kind: cost.about.replace('stated', '').trim() }).trim())
  const figures = [
    { head: t('insights:times'), cell: (cost: Cost) => cost.times, figures: true },
    { head: t('insights:cost'), cell: (cost: Cost) => text(cost.cost), plain: (cost: Cost) => plain(cost.cost), figures: true },
    { head: t('before'), cell: (cost: Cost) => text(cost.before), plain: (cost: Cost) => plain(cost.before), figures: true },
  ]
  const bars = (rows: readonly Cost[], label: (cost: Cost) => string) => {
    const most = Math.max(1, ...rows.map((cost) => cost.cost?.micro_usd ?? 0))
    return <Ranked tone="bg-gold" rows={rows.map((cost) => ({ key: keyOf(cost), label: label(cost), text: text(cost.cost), under: t('beforeWas', { amount: text(cost.before) }), share: (cost.cost?.micro_usd ?? 0) / most }))} />
  }
  return (
    <>
      {costs.models.length === 0 ? <NothingYet title={t('costsModels')} text={t('noCosts')} /> : (
        <ChartCard title={t('costsModels')} hint={t('costsModelsText')} chart={bars(costs.models, what)} columns={[{ head: t('model'), cell: what }, ...figures]} rows={costs.models} rowKey={keyOf} />
      )}
      {costs.channels.length === 0 ? <NothingYet title={t('costsWays')} text={t('noCosts')} /> : (
        <ChartCard title={t('costsWays')} hint={t('costsWaysText')} chart={bars(costs.channels, wayOf)} columns={[{ head: t('way'), cell: wayOf }, { head: t('insights:what'), cell: what }, ...figures]} rows={costs.all} rowKey={keyOf} />
      )}
    </>
  )
}
