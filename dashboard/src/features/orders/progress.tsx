import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Order } from '@/api/types'
import { Card } from '@/components/card'
import { classes } from '@/components/classes'
import { Moment } from '@/components/time'

const ENDED = ['cancelled', 'expired', 'refund-due', 'refunded', 'not-refunded']

/** How far the order is, from placed to delivered; an order that was given up says so instead. */
export function Progress({ order }: { order: Order }) {
  const { t } = useTranslation(['orders', 'status'])
  if (ENDED.includes(order.status)) return <Ended order={order} />
  const stages = [
    { word: t('placed'), at: order.placed_at },
    { word: t('payment'), at: order.paid_at },
    { word: t('status:packed'), at: order.packed_at },
    { word: t('status:with-courier'), at: order.handed_over_at },
    { word: t('status:delivered'), at: order.delivered_at },
  ]
  const last = stages.findLastIndex((stage) => stage.at !== null)
  return (
    <Card aria-label={t('progress')} className="px-3 py-5 sm:px-5">
      <ol className="grid grid-cols-5">
        {stages.map((stage, index) => (
          <Stage key={stage.word} word={stage.word} at={stage.at} reached={index <= last} current={index === last} first={index === 0} />
        ))}
      </ol>
      {order.status === 'awaiting-payment' ? <p className="mt-4 text-center text-sm text-ink-soft">{t('payUntil', { time: '' })}<Moment at={order.pay_until} /></p> : null}
      {order.courier === null ? null : (
        <p className="mt-4 text-center text-sm text-ink-soft">{t('courierOf', { courier: order.courier })}{order.tracking === null ? null : <span className="figures"> · {order.tracking}</span>}<FollowLink link={order.tracking_link} /></p>
      )}
    </Card>
  )
}

/** Where the parcel can be followed; only addresses that a browser may safely open. */
function FollowLink({ link }: { link: string | null }) {
  const { t } = useTranslation('lists')
  if (link?.startsWith('https://') !== true) return null
  return <> · <a href={link} target="_blank" rel="noreferrer" className="inline-flex min-h-11 items-center font-semibold text-clay-ink underline">{t('follow')}</a></>
}

type StageProps = { word: string; at: string | null; reached: boolean; current: boolean; first: boolean }

function Stage({ word, at, reached, current, first }: StageProps) {
  return (
    <li aria-current={current ? 'step' : undefined} className="relative grid content-start justify-items-center gap-1.5 text-center">
      {first ? null : <span aria-hidden className={classes('absolute top-3.5 right-1/2 h-1 w-full -translate-y-1/2', reached ? 'bg-leaf' : 'bg-line')} />}
      <span aria-hidden className={classes('relative z-10 grid size-7 place-items-center rounded-full border-2', reached ? 'border-leaf bg-leaf text-ground' : 'border-line bg-surface')}>
        {reached ? <Check className="size-4" strokeWidth={3} /> : null}
      </span>
      <span className={classes('text-xs leading-tight font-semibold sm:text-sm', !reached && 'text-ink-soft')}>{word}</span>
      {at === null ? null : <Moment narrow at={at} className="figures text-xs text-ink-soft" />}
    </li>
  )
}

const REASONS = ['customer', 'owner', 'out-of-stock'] as const

function Ended({ order }: { order: Order }) {
  const { t } = useTranslation(['orders', 'status'])
  const reason = REASONS.find((word) => word === order.cancel_reason)
  const money = order.status === 'refund-due'
  return (
    <Card aria-label={t('progress')} className={classes('px-5 py-4 font-semibold', money ? 'bg-berry-soft text-berry-ink' : 'text-ink-soft')}>
      {reason === undefined ? t(`status:${order.status}`) : t(`cancelledBy.${reason}`)}
    </Card>
  )
}
