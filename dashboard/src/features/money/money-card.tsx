import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/card'
import { Moment } from '@/components/time'
import { REASONS, type OrderName } from './types'

type Props = {
  amount: string; at: string; reason: string; order: OrderName | null; suggested?: boolean; trouble?: string | null; help?: string | undefined
  receipt?: string; payer?: string | null; reference?: string | null; chip?: ReactNode; children: ReactNode
}

/** One sum: how much, why it waits, what is known of it, and what can be done. */
export function MoneyCard({ amount, at, reason, order, suggested = false, trouble, help, receipt, payer, reference, chip, children }: Props) {
  const { t } = useTranslation('waitingMoney')
  const why = REASONS.find((known) => known === reason)
  const known = [reference ? t('typed', { text: reference }) : null, payer ?? null, receipt ? t('receipt', { receipt }) : null].filter((text) => text !== null)
  return (
    <Card className="grid h-full content-between gap-4 p-5">
      <div className="grid gap-1">
        <p className="flex flex-wrap items-center justify-between gap-2">
          <span className="figures font-display text-2xl font-bold">{amount}</span>
          {chip}
        </p>
        <p className="text-ink-soft">{why === undefined ? reason : t(`why.${why}`)} · <Moment at={at} /></p>
        {known.length === 0 ? null : <p className="text-sm break-words text-ink-soft">{known.join(' · ')}</p>}
        {order === null ? null : (
          <p>{suggested ? `${t('perhaps')} ` : null}<Link to="/orders/$order" params={{ order: order.id }} className="inline-flex min-h-11 items-center font-semibold text-clay-ink underline">{order.number}</Link></p>
        )}
        {trouble ? <p role="alert" className="text-berry-ink">{trouble}</p> : null}
        {help ? <p className="text-sm">{help}</p> : null}
      </div>
      <div className="flex flex-wrap justify-end gap-2 empty:hidden">{children}</div>
    </Card>
  )
}
