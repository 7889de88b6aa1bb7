import { Link, type LinkProps } from '@tanstack/react-router'
import { ChevronRight, Hourglass, MessagesSquare, PackageOpen, Shirt, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Today } from '@/api/types'
import { classes } from '@/components/classes'

/** What waits for a person. Each figure opens its list. */
export function Waiting({ today }: { today: Today }) {
  const { t } = useTranslation('today')
  return (
    <section aria-label={t('needs')} className="grid grid-cols-2 gap-3 lg:col-span-2 lg:gap-5">
      <Tile icon={PackageOpen} tone="bg-clay-soft text-clay-ink" count={today.orders_to_pack} word={t('toPack')} none={t('toPackNone')} link={{ to: '/orders', search: { status: 'paid' } }} />
      <Tile icon={MessagesSquare} tone="bg-leaf-soft text-leaf-ink" count={today.chats_waiting} word={t('chats')} none={t('chatsNone')} link={{ to: '/conversations', search: { waiting: true } }} />
      <Tile icon={Shirt} tone="bg-gold-soft text-gold-ink" count={today.low_stock_sizes} word={t('low')} none={t('lowNone')} link={{ to: '/products', search: { stock: 'low' } }} />
      <Tile icon={Hourglass} tone="bg-sky-soft text-sky-ink" count={today.orders_awaiting_payment} word={t('awaiting')} none={t('awaiting')} link={{ to: '/orders', search: { status: 'awaiting-payment' } }} />
    </section>
  )
}

type TileProps = { icon: LucideIcon; tone: string; count: number; word: string; none: string; link: Pick<LinkProps, 'to' | 'search'> }

function Tile({ icon: Icon, tone, count, word, none, link }: TileProps) {
  const quiet = count === 0
  return (
    <Link {...link} className="group grid content-between gap-3 rounded-3xl border border-line bg-surface p-4 shadow-card transition-shadow hover:shadow-lift sm:p-5">
      <span className="flex items-center justify-between">
        <span aria-hidden className={classes('grid size-11 place-items-center rounded-2xl', quiet ? 'bg-sunken text-ink-soft' : tone)}><Icon className="size-5.5" /></span>
        <ChevronRight aria-hidden className="size-5 text-line-strong transition-transform group-hover:translate-x-0.5" />
      </span>
      <span>
        <span className={classes('figures block font-display text-4xl leading-none font-bold', quiet && 'text-ink-soft')}>{count}</span>
        <span className="mt-1.5 block leading-tight font-semibold text-ink-soft">{quiet ? none : word}</span>
      </span>
    </Link>
  )
}
