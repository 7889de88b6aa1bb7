import { Trophy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import type { TopProduct } from '@/api/types'
import { Card } from '@/components/card'
import { ChartCard } from '@/components/chart-card'
import { Empty } from '@/components/empty'
import { Picture } from '@/components/picture'
import { Skeleton } from '@/components/skeleton'
import { Table } from '@/components/table'

/** The pieces that brought most money. */
export function TopProductsCard({ days }: { days: number }) {
  const { t } = useTranslation('insights')
  const top = api.useQuery('get', '/api/insights/top-products', { params: { query: { days, limit: 8 } } }, { placeholderData: (before) => before })
  if (top.data === undefined) return <Skeleton className="h-80 lg:col-span-2" />
  const { products } = top.data
  if (products.length === 0) return <Card className="lg:col-span-2"><Empty icon={<Trophy />} title={t('emptyTop')} text={t('emptyTopText')} /></Card>
  const columns = [
    { head: t('product'), cell: (product: TopProduct) => product.title },
    { head: t('piecesColumn'), cell: (product: TopProduct) => product.pieces, figures: true },
    { head: t('paidColumn'), cell: (product: TopProduct) => product.paid.text, figures: true },
  ]
  return (
    <ChartCard
      className="lg:col-span-2"
      title={t('top')}
      hint={t('topText')}
      chart={<Ranking products={products} />}
      table={<Table caption={t('top')} columns={columns} rows={products} rowKey={(product) => product.product} />}
    />
  )
}

function Ranking({ products }: { products: readonly TopProduct[] }) {
  const most = Math.max(1, ...products.map((product) => product.paid.cents))
  return (
    <ol className="grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-3.5 px-5 lg:grid-cols-2">
      {products.map((product) => (
        <li key={product.product} className="flex min-w-0 items-center gap-3.5">
          <Picture path={product.picture} alt="" className="size-12 shrink-0 rounded-xl" />
          <span className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)] gap-1.5">
            <span className="figures flex items-baseline justify-between gap-3">
              <span className="truncate font-semibold">{product.title}</span>
              <span className="whitespace-nowrap">{product.paid.text} <span className="text-sm text-ink-soft">× {product.pieces}</span></span>
            </span>
            <span aria-hidden className="h-2 overflow-hidden rounded-full bg-sunken"><span className="block h-full rounded-full bg-clay" style={{ width: `${(product.paid.cents / most) * 100}%` }} /></span>
          </span>
        </li>
      ))}
    </ol>
  )
}
