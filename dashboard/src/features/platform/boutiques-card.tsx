import { Link, useNavigate } from '@tanstack/react-router'
import { ChevronRight, Store } from 'lucide-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { chipLook, ChipsFilter } from '@/components/chips-filter'
import { Empty } from '@/components/empty'
import { SearchLine } from '@/components/search-line'
import { Select } from '@/components/select'
import { chosen, type BoutiqueRow } from './boutiques'
import { SHOWN, SORTS, type PlatformSearch } from './search'
import { percentText, starsText } from './tiles'

/** Every boutique, as it is asked for; what is asked stands in the address. */
export function Boutiques({ rows, search }: { rows: readonly BoutiqueRow[]; search: PlatformSearch }) {
  const { t } = useTranslation('platform')
  const navigate = useNavigate({ from: '/platform/' })
  const go = useCallback((change: PlatformSearch) => void navigate({ search: { ...search, ...change }, replace: true, resetScroll: false }), [navigate, search])
  const ask = useCallback((q: string) => go({ q }), [go])
  const found = chosen(rows, search)
  return (
    <section aria-labelledby="boutiques" className="grid gap-3">
      <header className="mt-4 flex flex-wrap items-end justify-between gap-3">
        <h2 id="boutiques" className="text-2xl font-bold">{t('boutiques')}</h2>
        <div className="flex w-full flex-wrap gap-2 sm:w-auto">
          <SearchLine asked={search.q ?? ''} label={t('find')} onAsk={ask} />
          <Select className="w-full sm:w-52" label={t('sort')} hideLabel value={search.sort ?? ''} empty={`${t('sort')}: ${t('sorts.orders')}`} options={SORTS.slice(1).map((sort) => ({ value: sort, label: `${t('sort')}: ${t(`sorts.${sort}`)}` }))} onChange={(sort) => go({ sort: sort ?? 'orders' })} />
        </div>
      </header>
      <ChipsFilter label={t('boutiques')}>
        {SHOWN.map((shown) => (
          <button key={shown} type="button" aria-pressed={(search.shown ?? 'all') === shown} className={chipLook((search.shown ?? 'all') === shown)} onClick={() => go({ shown })}>{t(shown)}</button>
        ))}
      </ChipsFilter>
      {found.length === 0 ? <Empty icon={<Store />} title={t(rows.length === 0 ? 'noBoutiques' : 'none')} text={t(rows.length === 0 ? 'noBoutiquesText' : 'noneText')} /> : (
        <Card className="overflow-hidden"><ul>{found.map((row) => <Entry key={row.boutique} row={row} days={search.days} />)}</ul></Card>
      )}
    </section>
  )
}

function Entry({ row, days }: { row: BoutiqueRow; days: number | undefined }) {
  const { t } = useTranslation('platform')
  return (
    <li className="border-b border-line last:border-0">
      <Link to="/platform/boutiques/$boutique" params={{ boutique: row.boutique }} search={days === undefined ? {} : { days }} className="flex min-h-16 items-center gap-3 px-4 py-3.5 transition-colors hover:bg-sunken sm:px-5">
        <span className="grid min-w-0 flex-1 gap-1 sm:grid-cols-[minmax(0,1.6fr)_repeat(4,minmax(0,1fr))] sm:items-center sm:gap-4">
          <span className="grid min-w-0">
            <span className="flex min-w-0 flex-wrap items-center gap-x-2"><span className="truncate font-semibold">{row.title}</span>{row.troubles > 0 ? <Chip tone="berry">{t('troubles', { count: row.troubles })}</Chip> : null}{row.open ? null : <Chip>{t('closed')}</Chip>}</span>
            <span className="truncate text-sm text-ink-soft">{row.town}</span>
          </span>
          <Figure text={t('orders', { count: row.sums.orders })} below={row.sums.paid.text} />
          <Figure text={percentText(row.sums.conversion)} below={t('ofChats')} />
          <Figure text={starsText(row.sums.stars)} below={t('starsOf', { count: row.sums.rated })} />
          <Figure text={row.monthly.text} below={t('aMonth')} />
        </span>
        <ChevronRight aria-hidden className="size-5 shrink-0 text-ink-soft" />
      </Link>
    </li>
  )
}

function Figure({ text, below }: { text: string; below: string }) {
  return (
    <span className="figures flex min-w-0 flex-wrap items-baseline gap-x-2 sm:grid">
      <span className="font-semibold">{text}</span><span className="truncate text-sm text-ink-soft">{below}</span>
    </span>
  )
}
