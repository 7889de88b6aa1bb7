import { useTranslation } from 'react-i18next'
import type { components } from '@/api/schema'
import { Change } from './change'

type Sales = components['schemas']['Sales']

/** Money, orders and the average order, each beside as many days before. */
export function Sums({ sales }: { sales: Sales }) {
  const { t } = useTranslation('insights')
  const days = sales.days.length
  const tiles = [
    { word: t('revenue'), note: sales.back.cents === 0 ? null : t('ofItBack', { amount: sales.back.text }), text: sales.paid.text, now: sales.paid.cents, before: sales.before.paid.cents },
    { word: t('orders'), note: null, text: String(sales.orders), now: sales.orders, before: sales.before.orders },
    { word: t('average'), note: null, text: sales.average.text, now: sales.average.cents, before: sales.before.average.cents },
  ]
  return (
    <dl className="grid grid-cols-2 gap-3 lg:col-span-2 lg:grid-cols-3 lg:gap-5">
      {tiles.map((tile) => (
        <div key={tile.word} className="grid content-start gap-1 rounded-3xl border border-line bg-surface p-4 shadow-card first:col-span-2 sm:p-5 lg:first:col-span-1">
          <dt className="font-semibold text-ink-soft">{tile.word}</dt>
          <dd className="figures font-display text-2xl sm:text-3xl leading-tight font-bold">{tile.text}</dd>
          {tile.note ? <dd className="figures text-sm text-ink-soft">{tile.note}</dd> : null}
          <dd><Change now={tile.now} before={tile.before} days={days} /></dd>
        </div>
      ))}
    </dl>
  )
}
