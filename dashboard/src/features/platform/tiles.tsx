import { TrendingDown, TrendingUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { components } from '@/api/schema'
import { classes } from '@/components/classes'
import { change } from '@/components/share'

type Sums = components['schemas']['PlatformSums']

/** One figure, what it is, and what stands below it. */
export function Tile({ word, text, below, strong = false }: { word: string; text: string; below?: ReactNode; strong?: boolean }) {
  return (
    <div className={classes('grid min-w-0 content-start gap-1 rounded-3xl border p-4 sm:p-5', strong ? 'col-span-2 border-transparent bg-gold-soft text-gold-ink' : 'border-line bg-surface shadow-card')}>
      <dt className={classes('leading-tight font-semibold', strong ? '' : 'text-ink-soft')}>{word}</dt>
      <dd className="figures font-display text-xl leading-tight font-bold sm:text-3xl">{text}</dd>
      {below === undefined ? null : <dd className={classes('text-sm', strong ? '' : 'text-ink-soft')}>{below}</dd>}
    </div>
  )
}

/** How a figure stands beside as many days before; nothing where it or the one before is not known. */
export function Beside({ now, before }: { now: number | null; before: number | null }) {
  const { t } = useTranslation('platform')
  const percent = now === null || before === null ? null : change(now, before)
  if (percent === null) return t('nothingBefore')
  if (percent === 0) return t('same')
  const Arrow = percent < 0 ? TrendingDown : TrendingUp
  return <span className="flex items-start gap-1.5"><Arrow aria-hidden className="mt-0.5 size-4 shrink-0" />{t(percent < 0 ? 'less' : 'more', { percent: Math.abs(percent) })}</span>
}

export const percentText = (value: number | null): string => (value === null ? '–' : `${value}%`)
export const starsText = (value: number | null): string => (value === null ? '–' : `${value.toFixed(1)} ★`)

/** What was sold, how well, and what it cost, each beside as many days before. */
export function SumTiles({ sums, before }: { sums: Sums; before: Sums }) {
  const { t } = useTranslation('platform')
  return (
    <>
      <Tile word={t('conversion')} text={percentText(sums.conversion)} below={<Beside now={sums.conversion} before={before.conversion} />} />
      <Tile word={t('average')} text={sums.average?.text ?? '–'} below={<Beside now={sums.average?.cents ?? null} before={before.average?.cents ?? null} />} />
      <Tile word={t('stars')} text={starsText(sums.stars)} below={t('starsOf', { count: sums.rated })} />
      <Tile word={t('paid')} text={sums.paid.text} below={t('orders', { count: sums.orders })} />
      <Tile word={t('spent')} text={sums.spent.text} below={<Beside now={sums.spent.micro_usd} before={before.spent.micro_usd} />} />
    </>
  )
}
