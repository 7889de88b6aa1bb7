import { TrendingDown, TrendingUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { change } from '@/components/share'

type Props = { now: number; before: number; days: number }

/** How a figure stands beside as many days before. */
export function Change({ now, before, days }: Props) {
  const { t } = useTranslation('insights')
  const percent = change(now, before)
  if (percent === null) return null
  const Arrow = percent < 0 ? TrendingDown : TrendingUp
  return (
    <span className="figures flex items-center gap-1.5 text-sm text-ink-soft">
      {percent === 0 ? null : <Arrow aria-hidden className="size-4 shrink-0" />}
      {percent === 0 ? t('same', { count: days }) : t(percent < 0 ? 'less' : 'more', { percent: Math.abs(percent), count: days })}
    </span>
  )
}
