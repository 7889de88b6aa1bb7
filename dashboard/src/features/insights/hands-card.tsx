import { Bot, UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import type { components } from '@/api/schema'
import { ChartCard } from '@/components/chart-card'
import { Skeleton } from '@/components/skeleton'
import type { Period } from './search'
import { share } from '@/components/share'

type Sum = components['schemas']['HandsSum']
type Side = Sum & { who: string; before: Sum }

/** The agent alone against chats in which a person took part. */
export function HandsCard({ period }: { period: Period }) {
  const { t } = useTranslation('insights')
  const hands = api.useQuery('get', '/api/insights/hands', { params: { query: period } }, { placeholderData: (before) => before })
  if (hands.data === undefined) return <Skeleton className="h-80" />
  const { agent, people, before } = hands.data
  const sides: Side[] = [{ ...agent, who: t('agent'), before: before.agent }, { ...people, who: t('people'), before: before.people }]
  const columns = [
    { head: t('who'), cell: (side: Side) => side.who },
    { head: t('chats'), cell: (side: Side) => side.chats, figures: true },
    { head: t('replies'), cell: (side: Side) => side.replies, figures: true },
    { head: t('paid'), cell: (side: Side) => side.paid_chats, figures: true },
    { head: t('ofChats'), cell: (side: Side) => `${share(side.paid_chats, side.chats)}%`, figures: true },
    { head: t('paidColumn'), cell: (side: Side) => side.paid.text, plain: (side: Side) => side.paid.cents / 100, figures: true },
    { head: t('chatsBefore'), cell: (side: Side) => side.before.chats, figures: true },
    { head: t('paidBefore'), cell: (side: Side) => side.before.paid_chats, figures: true },
  ]
  const chart = (
    <div className="grid grid-cols-2 gap-3 px-5">
      {sides.map((side, index) => {
        const Icon = index === 0 ? Bot : UserRound
        return (
          <div key={side.who} className="grid content-start gap-1 rounded-2xl bg-sunken p-4">
            <p className="flex items-center gap-2 leading-tight font-semibold"><Icon aria-hidden className="size-5 shrink-0" />{side.who}</p>
            <p className="figures mt-1 font-display text-4xl font-bold">{side.chats}</p>
            <p className="text-sm text-ink-soft">{t('handsPaid', { percent: share(side.paid_chats, side.chats), amount: side.paid.text })}</p>
            <p className="text-sm text-ink-soft">{t('repliesText', { count: side.replies })}</p>
          </div>
        )
      })}
    </div>
  )
  const all = agent.chats + people.chats
  return <ChartCard title={t('hands')} hint={t('handsText', { percent: share(agent.chats, all), before: share(before.agent.chats, before.agent.chats + before.people.chats) })} chart={chart} columns={columns} rows={sides} rowKey={(side) => side.who} />
}
