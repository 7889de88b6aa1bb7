import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import type { components } from '@/api/schema'
import { ChartCard } from '@/components/chart-card'
import { Picture } from '@/components/picture'
import { Skeleton } from '@/components/skeleton'
import { NothingYet } from '@/components/nothing-yet'
import { Ranked } from '@/components/ranked'
import type { Period } from './search'

type Piece = components['schemas']['StockPiece']
const SHOWN = 8
const percent = (part: number | null) => (part === null ? '–' : `${Math.round(part * 100)}%`)
const times = (turnover: number | null) => (turnover === null ? '–' : `${Math.round(turnover * 10) / 10}×`)

/** How much of what was there was sold, and how often the shelf turned. */
export function StockCard({ period }: { period: Period }) {
  const { t } = useTranslation('insights')
  const stock = api.useQuery('get', '/api/insights/stock', { params: { query: period } }, { placeholderData: (before) => before })
  if (stock.data === undefined) return <Skeleton className="h-80 lg:col-span-2" />
  const { pieces } = stock.data
  if (pieces.length === 0) return <NothingYet title={t('stock')} text={t('stockNone')} className="lg:col-span-2" />
  const columns = [
    { head: t('product'), cell: (piece: Piece) => piece.title },
    { head: t('began'), cell: (piece: Piece) => piece.began, figures: true },
    { head: t('received'), cell: (piece: Piece) => piece.received, figures: true },
    { head: t('sold'), cell: (piece: Piece) => piece.sold, figures: true },
    { head: t('corrected'), cell: (piece: Piece) => piece.corrected, figures: true },
    { head: t('ended'), cell: (piece: Piece) => piece.ended, figures: true },
    { head: t('sellThrough'), cell: (piece: Piece) => percent(piece.sell_through), figures: true },
    { head: t('daysBefore'), cell: (piece: Piece) => percent(piece.before), figures: true },
    { head: t('turnover'), cell: (piece: Piece) => times(piece.turnover), figures: true },
  ]
  const rows = pieces.slice(0, SHOWN).map((piece) => ({
    key: piece.product, label: piece.title, text: percent(piece.sell_through), under: t('stockNote', { sold: piece.sold, left: piece.ended, turnover: times(piece.turnover) }),
    share: piece.sell_through ?? 0, picture: <Picture path={piece.picture} alt="" sizes="3rem" className="size-12 shrink-0 rounded-xl" />,
  }))
  return <ChartCard className="lg:col-span-2" title={t('stock')} hint={t('stockText')} chart={<Ranked wide rows={rows} tone="bg-leaf" />} columns={columns} rows={pieces} rowKey={(piece) => piece.product} />
}
