import { TrendingDown, TrendingUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Today } from '@/api/types'
import { weekday } from '@/words/when'

/** Money in, beside the same weekday a week ago. */
export function PaidToday({ today, day }: { today: Today; day: Date }) {
  const { t, i18n } = useTranslation('today')
  const name = weekday(day, i18n.language)
  return (
    <section aria-label={t('paid')} className="relative animate-rise overflow-hidden rounded-3xl bg-clay text-on-clay shadow-card lg:col-span-1">
      <div className="grid h-full content-between gap-6 p-6 pb-8">
        <div>
          <h2 className="font-sans text-[15px] font-semibold opacity-90">{t('paid')}</h2>
          <p className="figures mt-1 font-display text-5xl font-bold tracking-tight sm:text-6xl lg:text-5xl">{today.paid.text}</p>
          <p className="mt-1 font-semibold opacity-90">{t('orders', { count: today.paid_orders })}</p>
        </div>
        <div className="grid gap-0.5">
          <Change percent={today.change_percent} name={name} />
          <p className="text-sm opacity-90">{t('lastWeek', { day: name, amount: today.same_weekday_last_week.text })}</p>
        </div>
      </div>
      <div aria-hidden className="woven absolute inset-x-0 bottom-0 h-3" />
    </section>
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
