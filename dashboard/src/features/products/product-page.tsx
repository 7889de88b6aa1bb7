import { Link, useParams } from '@tanstack/react-router'
import { ArrowLeft, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ApiProblem, isMissing } from '@/api/problem'
import { Button } from '@/components/button'
import { Card, CardHead } from '@/components/card'
import { Chip } from '@/components/chip'
import { Skeletons } from '@/components/skeleton'
import { Trouble } from '@/components/trouble'
import { useRefusal } from '@/components/use-refusal'
import { DetailsCard } from './details-card'
import { HistoryCard } from './history-card'
import { PhotosCard } from './photos-card'
import { useProduct, type Product } from './product'
import { ProductTile } from './product-tile'
import { StockCard } from './stock-card'

/** One piece, whole: its photos, its sizes with what is there of each, and what can be done with it. */
export function ProductPage() {
  const { product: id } = useParams({ from: '/shop/products/$product' })
  return <Whole key={id} id={id} />
}

function Whole({ id }: { id: string }) {
  const { t } = useTranslation('catalogue')
  const why = useRefusal()
  const steps = useProduct(id)
  const { piece } = steps
  if (piece.isPending) return <Skeletons count={3} className="grid gap-4" each="h-48" />
  if (piece.data === undefined) {
    const trace = piece.error instanceof ApiProblem ? piece.error.trace : null
    return <Trouble missing={isMissing(piece.error)} trace={trace} onRetry={() => void piece.refetch()} />
  }
  return (
    <article>
      <Head product={piece.data} />
      <p role="status" className={steps.error === null ? 'mb-3 text-leaf-ink empty:hidden' : 'mb-3 text-berry-ink'}>
        {steps.error === null ? (steps.done ? t('saved') : null) : why(steps.error)}
      </p>
      <div className="grid gap-4 lg:grid-cols-[24rem_minmax(0,1fr)] lg:gap-5">
        <div className="grid content-start gap-4"><PhotosCard product={piece.data} steps={steps} /></div>
        <div className="grid content-start gap-4">
          <StockCard product={piece.data} steps={steps} />
          <DetailsCard product={piece.data} steps={steps} />
          <Alike product={piece.data} />
          <HistoryCard product={id} steps={steps} />
        </div>
      </div>
    </article>
  )
}

function Head({ product }: { product: Product }) {
  const { t, i18n } = useTranslation(['catalogue', 'products'])
  const title = i18n.language === 'sw' && product.title_sw !== '' ? product.title_sw : product.title
  return (
    <header className="mb-4">
      <Button kind="bare" className="-ml-3 px-3" asChild><Link to="/products"><ArrowLeft aria-hidden />{t('pieces')}</Link></Button>
      <div className="mt-1 flex flex-wrap items-center gap-3">
        <h1 className="text-3xl font-bold sm:text-4xl">{title}</h1>
        {product.new ? <Chip tone="leaf">{t('newMark')}</Chip> : null}
        {product.archived ? <Chip tone="berry">{t('products:archived')}</Chip> : null}
      </div>
      <p className="figures mt-1 text-ink-soft"><span className="font-display text-xl font-semibold text-ink">{product.price.text}</span> · {product.sku}</p>
      {product.archived ? <p className="mt-1 text-berry-ink">{t('archivedText')}</p> : null}
    </header>
  )
}

function Alike({ product }: { product: Product }) {
  const { t } = useTranslation('catalogue')
  return (
    <Card aria-labelledby="alike">
      <CardHead id="alike" title={t('alike')}>
        <Button kind="quiet" asChild><Link to="/products/new" search={{ like: product.id }}><Plus aria-hidden />{t('anotherColour')}</Link></Button>
      </CardHead>
      <ul className="grid grid-cols-2 gap-3 px-5 pb-5 empty:hidden sm:grid-cols-3">{product.alike.map((row) => <ProductTile key={row.id} product={row} />)}</ul>
    </Card>
  )
}
