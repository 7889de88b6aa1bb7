import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { ClipboardList, FileUp, ListChecks, Plus, Shirt } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { More } from '@/components/more'
import { PageHead } from '@/components/page-head'
import { SearchLine } from '@/components/search-line'
import { Skeletons } from '@/components/skeleton'
import { TakeAlong } from '@/components/take-along'
import { Trouble } from '@/components/trouble'
import { useGradually } from '@/components/use-gradually'
import { BulkBar } from './bulk-bar'
import { Filters } from './filters'
import { ProductTile } from './product-tile'
import { useProducts } from './queries'
import { exportPath, without, type ProductsSearch } from './search'

/** The catalogue with its stock; words and filters stand in the address. */
export function ProductsPage() {
  const { t } = useTranslation(['products', 'catalogue', 'counting'])
  const search = useSearch({ from: '/shop/products' })
  const navigate = useNavigate({ from: '/products' })
  const ask = useCallback((word: string) => void navigate({ search: (kept) => (word === '' ? without(kept, 'q') : { ...kept, q: word }), replace: true }), [navigate])
  return (
    <>
      <PageHead title={t('title')}>
        <div className="flex gap-1 sm:order-1">
          <Button kind="bare" className="max-sm:size-11 max-sm:px-0" asChild>
            <Link to="/products/import" title={t('catalogue:import')}><FileUp aria-hidden /><span className="max-sm:sr-only">{t('catalogue:import')}</span></Link>
          </Button>
          <Button kind="bare" className="max-sm:size-11 max-sm:px-0" asChild>
            <Link to="/products/stock-take" title={t('counting:link')}><ClipboardList aria-hidden /><span className="max-sm:sr-only">{t('counting:link')}</span></Link>
          </Button>
          <TakeAlong href={exportPath(search)} label={t('catalogue:export')} />
        </div>
        <div className="flex gap-2 max-sm:w-full sm:ml-auto">
          <SearchLine asked={search.q ?? ''} label={t('search')} onAsk={ask} className="min-w-0 flex-1" />
          <Button asChild><Link to="/products/new"><Plus aria-hidden />{t('catalogue:add')}</Link></Button>
        </div>
      </PageHead>
      <Filters search={search} />
      <Grid search={search} />
    </>
  )
}

/** What is chosen, and what is typed for it, stays while other pieces are looked for. */
function Grid({ search }: { search: ProductsSearch }) {
  const products = useProducts(search)
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null)
  const toggle = (id: string) => setChosen((before) => new Set(before?.has(id) === true ? [...before].filter((one) => one !== id) : [...(before ?? []), id]))
  return (
    <>
      {chosen === null ? null : (
        <BulkBar chosen={[...chosen]} onAll={() => setChosen(new Set(products.rows.map((row) => row.id)))} onNone={() => setChosen(null)} />
      )}
      <Pieces products={products} filtered={Object.keys(search).length > 0} chosen={chosen} onChoose={() => setChosen(new Set())} onToggle={toggle} />
    </>
  )
}

type PiecesProps = { products: ReturnType<typeof useProducts>; filtered: boolean; chosen: ReadonlySet<string> | null; onChoose: () => void; onToggle: (id: string) => void }

function Pieces({ products, filtered, chosen, onChoose, onToggle }: PiecesProps) {
  const { t } = useTranslation(['products', 'catalogue'])
  const drawn = useGradually(products.rows)
  if (products.isPending) return <Skeletons count={8} className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-4" each="h-72" />
  if (products.failed) return <Trouble onRetry={products.retry} />
  if (products.rows.length === 0) return <Nothing filtered={filtered} />
  return (
    <>
      <div className="mb-3 flex items-center justify-between gap-3">
        <p role="status" className="text-sm text-ink-soft">{t('count', { count: products.rows.length })}</p>
        {chosen === null ? <Button kind="bare" onClick={onChoose}><ListChecks aria-hidden />{t('catalogue:select')}</Button> : null}
      </div>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 sm:gap-4 xl:grid-cols-4">
        {drawn.map((row) => <ProductTile key={row.id} product={row} {...(chosen === null ? {} : { choosing: { chosen: chosen.has(row.id), onToggle: () => onToggle(row.id) } })} />)}
      </ul>
      <More shown={products.hasMore} busy={products.busy} onMore={products.more} />
    </>
  )
}

function Nothing({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation(['products', 'catalogue'])
  const word = filtered ? 'none' : 'empty'
  return (
    <Empty icon={<Shirt />} title={t(word)} text={t(`${word}Text`)}>
      {filtered ? <Button kind="quiet" asChild><Link to="/products" search={{}}>{t('showAll')}</Link></Button> : <Button asChild><Link to="/products/new">{t('catalogue:add')}</Link></Button>}
    </Empty>
  )
}
