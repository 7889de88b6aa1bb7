import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import type { components } from '@/api/schema'
import { ChartCard } from '@/components/chart-card'
import { Skeleton } from '@/components/skeleton'
import { NothingYet } from '@/components/nothing-yet'
import { Ranked } from '@/components/ranked'
import type { Period } from './search'

type Size = components['schemas']['TopSize']
const SHOWN = 8

/** The sizes that brought most money. */
export function SizesCard({ period }: { period: Period }) {
  const { t } = useTranslation('insights')
  const top = api.useQuery('get', '/api/insights/top-sizes', { params: { query: period } }, { placeholderData: (before) => before })
  if (top.data === undefined) return <Skeleton className="h-80" />
  const { sizes } = top.data
  if (sizes.length === 0) return <NothingYet title={t('sizes')} text={t('emptyTopText')} />
  const most = Math.max(1, ...sizes.map((size) => size.paid.cents))
  const columns = [
    { head: t('size'), cell: (size: Size) => size.size },
    { head: t('piecesColumn'), cell: (size: Size) => size.pieces, figures: true },
    { head: t('paidColumn'), cell: (size: Size) => size.paid.text, plain: (size: Size) => size.paid.cents / 100, figures: true },
    { head: t('daysBefore'), cell: (size: Size) => size.before?.text ?? '–', plain: (size: Size) => (size.before === null ? '' : size.before.cents / 100), figures: true },
  ]
  const rows = sizes.slice(0, SHOWN).map((size) => ({ key: size.size, label: size.size, text: size.paid.text, note: `× ${size.pieces}`, share: size.paid.cents / most }))
  return <ChartCard title={t('sizes')} hint={t('topText')} chart={<Ranked rows={rows} tone="bg-gold" />} columns={columns} rows={sizes} rowKey={(size) => size.size} />
}
