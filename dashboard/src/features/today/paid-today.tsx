import { TrendingDown, TrendingUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Amount, Today } from '@/api/types'
import { weekday } from '@/words/when'

/** Money in, beside the same weekday a week ago. */
export function PaidToday({ today, day }: { today: Today; day: Date }) {
  const { t, i18n } = useTranslation('today')
  const name = weekday(day, i18n.language)
  const most = Math.max(1, today.paid.cents, today.same_weekday_last_week.cents)
  return (
    <section aria-label={t('paid')} className="relative animate-rise overflow-hidden rounded-3xl bg-hero text-on-hero shadow-card">
      <div className="grid h-full content-between gap-6 p-6 pb-9">
        <div>
          <h2 className="font-sans text-[15px] font-semibold">{t('paid')}</h2>
          <p className="figures mt-1 font-display text-5xl font-bold tracking-tight whitespace-nowrap lg:text-[clamp(2.25rem,3.7vw,3.25rem)]">{today.paid.text}</p>
          <p className="mt-1 font-semibold">{t('orders', { count: today.paid_orders })}</p>
        </div>
        <div className="grid gap-3">
          <Change percent={today.change_percent} name={name} />
          <Measure word={t('title')} amount={today.paid} most={most} tone="bg-[#f0c05a]" />
          <Measure word={t('lastDay', { day: name })} amount={today.same_weekday_last_week} most={most} tone="bg-on-hero/70" />
        </div>
      </div>
      <div aria-hidden className="woven absolute inset-x-0 bottom-0 h-3" />
    </section>
  )
}

function Measure({ word, amount, most, tone }: { word: string; amount: Amount; most: number; tone: string }) {
  return (
    <div className="grid gap-1 text-sm">
      <p className="figures flex justify-between gap-3"><span>{word}</span><span className="font-semibold">{amount.text}</span></p>
      <span aria-hidden className="h-2 overflow-hidden rounded-full bg-hero-track/60"><span className={`block h-full rounded-full ${tone}`} style={{ width: `${(amount.cents / most) * 100}%` }} /></span>
    </div>
  )
}

function Change({ percent, name }: { percent: number | null; name: string }) {
  const { t } = useTranslation('today')
  if (percent === null) return null
  const Arrow = percent < 0 ? TrendingDown : TrendingUp
  const word = percent === 0 ? 'same' : percent < 0 ? 'down' : 'up'
  return (
    <p className="flex items-center gap-2 font-semibold">
      {percent === 0 ? null : <Arrow aria-hidden className="size-5" />}
      {t(word, { percent: Math.abs(percent), day: name })}
    </p>
  )
}
