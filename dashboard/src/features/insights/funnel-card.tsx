import { ShoppingBag } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Card } from '@/components/card'
import { ChartCard } from '@/components/chart-card'
import { Empty } from '@/components/empty'
import { Skeleton } from '@/components/skeleton'
import { Table } from '@/components/table'
import { share } from './share'

const TONES = ['bg-gold', 'bg-gold', 'bg-clay', 'bg-leaf']

/** How many customers came how far, from a shown piece to money in. */
export function FunnelCard({ days }: { days: number }) {
  const { t } = useTranslation('insights')
  const funnel = api.useQuery('get', '/api/insights/funnel', { params: { query: { days } } }, { placeholderData: (before) => before })
  if (funnel.data === undefined) return <Skeleton className="h-80" />
  const { shown, carted, prompted, paid } = funnel.data
  if (shown === 0) return <Card><Empty icon={<ShoppingBag />} title={t('emptyFunnel')} text={t('emptyFunnelText')} /></Card>
  const steps = [
    { word: t('shown'), count: shown }, { word: t('carted'), count: carted }, { word: t('prompted'), count: prompted }, { word: t('paid'), count: paid },
  ]
  const columns = [
    { head: t('step'), cell: (step: (typeof steps)[number]) => step.word },
    { head: t('customers'), cell: (step: (typeof steps)[number]) => step.count, figures: true },
    { head: t('ofShown'), cell: (step: (typeof steps)[number]) => `${share(step.count, shown)}%`, figures: true },
  ]
  const chart = (
    <ol className="grid gap-4 px-5">
      {steps.map((step, index) => (
        <li key={step.word} className="grid gap-1.5">
          <span className="figures flex items-baseline justify-between gap-3">
            <span className="font-semibold">{step.word}</span>
            <span><strong className="font-display text-lg">{step.count}</strong> <span className="text-sm text-ink-soft">{share(step.count, shown)}%</span></span>
          </span>
          <span aria-hidden className="h-4 overflow-hidden rounded-full bg-sunken"><span className={`block h-full rounded-full transition-[width] duration-500 ${TONES[index]}`} style={{ width: `${Math.max(1.5, share(step.count, shown))}%` }} /></span>
        </li>
      ))}
    </ol>
  )
  return <ChartCard title={t('funnel')} hint={t('converted', { percent: share(paid, shown) })} chart={chart} table={<Table caption={t('funnel')} columns={columns} rows={steps} rowKey={(step) => step.word} />} />
}
