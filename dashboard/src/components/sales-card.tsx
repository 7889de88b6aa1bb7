import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { components } from '@/api/schema'
import type { SalesDay } from '@/api/types'
import { shortMoney } from '@/words/money'
import { dayMonth, isWeekend, shortDay } from '@/words/when'
import { ChartCard } from './chart-card'

// Scales and axes are long: what a screen says in words and figures is painted before they are asked for.
const painted = () => new Promise((then) => requestAnimationFrame(() => setTimeout(then)))
const Bars = lazy(() => painted().then(() => import('./bars')))

type Props = { title: string; sales: components['schemas']['Sales']; className?: string }
const noon = (day: SalesDay) => new Date(`${day.day}T12:00:00+03:00`)

/** Sales by day: weekends stand out, and a table holds the same figures. */
export function SalesCard({ title, sales, className }: Props) {
  const { t, i18n } = useTranslation('today')
  const bars = sales.days.map((day) => ({
    key: day.day, value: day.paid.cents, label: dayMonth(noon(day), i18n.language), text: day.paid.text, accent: isWeekend(noon(day)),
  }))
  const summary = t('salesSummary', { amount: sales.paid.text, orders: sales.orders })
  const columns = [
    { head: t('day'), cell: (day: SalesDay) => shortDay(noon(day), i18n.language), plain: (day: SalesDay) => day.day },
    { head: t('ordersColumn'), cell: (day: SalesDay) => day.orders, figures: true },
    { head: t('piecesColumn'), cell: (day: SalesDay) => day.pieces, figures: true },
    { head: t('paidColumn'), cell: (day: SalesDay) => day.paid.text, plain: (day: SalesDay) => day.paid.cents / 100, figures: true },
    { head: t('backColumn'), cell: (day: SalesDay) => day.back.text, plain: (day: SalesDay) => day.back.cents / 100, figures: true },
  ]
  return (
    <ChartCard
      title={title}
      hint={<>{summary}. {t('weekends')}</>}
      {...(className === undefined ? {} : { className })}
      chart={<Suspense fallback={<div className="min-h-60 flex-1" />}><Bars bars={bars} summary={`${title}. ${summary}`} axis={shortMoney} /></Suspense>}
      columns={columns}
      rows={[...sales.days].reverse()}
      rowKey={(day) => day.day}
    />
  )
}
