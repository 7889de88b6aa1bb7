import { ShoppingBag } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Card } from '@/components/card'
import { ChartCard } from '@/components/chart-card'
import { Empty } from '@/components/empty'
import { Skeleton } from '@/components/skeleton'
import type { Period } from './search'
import { share } from '@/components/share'

const STEPS = ['opened', 'shown', 'carted', 'prompted', 'paid'] as const
const TONES = ['bg-gold', 'bg-gold', 'bg-gold', 'bg-clay', 'bg-leaf']

/** How many chats came how far, from the first word to money in. */
export function FunnelCard({ period }: { period: Period }) {
  const { t } = useTranslation('insights')
  const funnel = api.useQuery('get', '/api/insights/funnel', { params: { query: period } }, { placeholderData: (before) => before })
  if (funnel.data === undefined) return <Skeleton className="h-80" />
  const { opened, before } = funnel.data
  if (opened === 0) return <Card><Empty icon={<ShoppingBag />} title={t('emptyFunnel')} text={t('emptyFunnelText')} /></Card>
  const steps = STEPS.map((step) => ({ word: t(step), count: funnel.data[step], before: before[step] }))
  const columns = [
    { head: t('step'), cell: (step: (typeof steps)[number]) => step.word },
    { head: t('chats'), cell: (step: (typeof steps)[number]) => step.count, figures: true },
    { head: t('ofChats'), cell: (step: (typeof steps)[number]) => `${share(step.count, opened)}%`, figures: true },
    { head: t('daysBefore'), cell: (step: (typeof steps)[number]) => step.before, figures: true },
  ]
  const chart = (
    <ol className="grid gap-4 px-5">
      {steps.map((step, index) => (
        <li key={step.word} className="grid gap-1.5">
          <span className="figures flex items-baseline justify-between gap-3">
            <span className="font-semibold">{step.word}</span>
            <span><strong className="font-display text-lg">{step.count}</strong> <span className="text-sm text-ink-soft">{share(step.count, opened)}%</span></span>
          </span>
          <span aria-hidden className="h-4 overflow-hidden rounded-full bg-sunken"><span className={`block h-full rounded-full transition-[width] duration-500 ${TONES[index]}`} style={{ width: `${Math.max(1.5, share(step.count, opened))}%` }} /></span>
        </li>
      ))}
    </ol>
  )
  return <ChartCard title={t('funnel')} hint={t('converted', { percent: share(funnel.data.paid, opened), before: share(before.paid, before.opened) })} chart={chart} columns={columns} rows={steps} rowKey={(step) => step.word} />
}
