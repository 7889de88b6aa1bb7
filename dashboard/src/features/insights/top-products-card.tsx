import { Trophy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import type { TopProduct } from '@/api/types'
import { Card } from '@/components/card'
import { ChartCard } from '@/components/chart-card'
import { Empty } from '@/components/empty'
import { Picture } from '@/components/picture'
import { Skeleton } from '@/components/skeleton'
import { Ranked } from '@/components/ranked'
import type { Period } from './search'

const SHOWN = 8

/** The pieces that brought most money. */
export function TopProductsCard({ period }: { period: Period }) {
  const { t } = useTranslation('insights')
  const top = api.useQuery('get', '/api/insights/top-products', { params: { query: { ...period, limit: 20 } } }, { placeholderData: (before) => before })
  if (top.data === undefined) return <Skeleton className="h-80 lg:col-span-2" />
  const { products } = top.data
  if (products.length === 0) return <Card className="lg:col-span-2"><Empty icon={<Trophy />} title={t('emptyTop')} text={t('emptyTopText')} /></Card>
  const columns = [
    { head: t('product'), cell: (product: TopProduct) => product.title },
    { head: t('piecesColumn'), cell: (product: TopProduct) => product.pieces, figures: true },
    { head: t('paidColumn'), cell: (product: TopProduct) => product.paid.text, plain: (product: TopProduct) => product.paid.cents / 100, figures: true },
    { head: t('daysBefore'), cell: (product: TopProduct) => product.before?.text ?? '–', plain: (product: TopProduct) => (product.before === null ? '' : product.before.cents / 100), figures: true },
  ]
  const most = Math.max(1, ...products.map((product) => product.paid.cents))
  const rows = products.slice(0, SHOWN).map((product) => ({
    key: product.product, label: product.title, text: product.paid.text, note: `× ${product.pieces}`, share: product.paid.cents / most,
    picture: <Picture path={product.picture} alt="" sizes="3rem" className="size-12 shrink-0 rounded-xl" />,
  }))
  return (
    <ChartCard
      className="lg:col-span-2"
      title={t('top')}
      hint={t('topText')}
      chart={<Ranked wide rows={rows} />}
      columns={columns}
      rows={products}
      rowKey={(product) => product.product}
    />
  )
}
