import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Search, Shirt } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/components/button'
import { chipLook, ChipsFilter } from '@/components/chips-filter'
import { Empty } from '@/components/empty'
import { Field } from '@/components/field'
import { More } from '@/components/more'
import { PageHead } from '@/components/page-head'
import { Skeletons } from '@/components/skeleton'
import { Trouble } from '@/components/trouble'
import { ProductTile } from './product-tile'
import { useProducts } from './queries'
import type { ProductsSearch } from './search'

const PAUSE_MS = 250

/** The catalogue with its stock; words and filters stand in the address. */
export function ProductsPage() {
  const { t } = useTranslation('products')
  const search = useSearch({ from: '/shop/products' })
  const { stock } = search
  const q = search.q === undefined ? {} : { q: search.q }
  return (
    <>
      <PageHead title={t('title')}><SearchBox search={search} /></PageHead>
      <ChipsFilter label={t('filter')}>
        <Link to="/products" search={q} className={chipLook(stock === undefined)}>{t('all')}</Link>
        <Link to="/products" search={{ ...q, stock: 'low' }} className={chipLook(stock === 'low')}>{t('low')}</Link>
        <Link to="/products" search={{ ...q, stock: 'gone' }} className={chipLook(stock === 'gone')}>{t('gone')}</Link>
      </ChipsFilter>
      <Grid search={search} />
    </>
  )
}

/** The word in the address is the truth: what is typed follows into it after a pause, and a link that drops it empties the box. */
function SearchBox({ search }: { search: ProductsSearch }) {
  const { t } = useTranslation('products')
  const navigate = useNavigate({ from: '/products' })
  const asked = search.q ?? ''
  const [word, setWord] = useState(asked)
  const [before, setBefore] = useState(asked)
  const [ours, setOurs] = useState(asked)
  if (asked !== before) {
    setBefore(asked)
    setOurs(asked)
    if (asked !== ours) setWord(asked)
  }
  useEffect(() => {
    if (word === asked) return
    const { q: _, ...rest } = search
    const follow = () => {
      setOurs(word)
      void navigate({ search: word === '' ? rest : { ...rest, q: word }, replace: true })
    }
    const pause = setTimeout(follow, PAUSE_MS)
    return () => clearTimeout(pause)
  }, [word, asked, search, navigate])
  return <Field className="w-full sm:w-80" type="search" label={t('search')} hideLabel placeholder={t('search')} icon={<Search />} value={word} onChange={(event) => setWord(event.target.value)} />
}

function Grid({ search }: { search: ProductsSearch }) {
  const { t } = useTranslation('products')
  const products = useProducts(search)
  if (products.isPending) return <Skeletons count={8} className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-4" each="h-72" />
  if (products.failed) return <Trouble onRetry={products.retry} />
  const filtered = search.q !== undefined || search.stock !== undefined
  if (products.rows.length === 0) {
    const word = filtered ? 'none' : 'empty'
    return (
      <Empty icon={<Shirt />} title={t(word)} text={t(`${word}Text`)}>
        {filtered ? <Button kind="quiet" asChild><Link to="/products" search={{}}>{t('showAll')}</Link></Button> : null}
      </Empty>
    )
  }
  return (
    <>
      <p role="status" className="mb-3 text-sm text-ink-soft">{t('count', { count: products.rows.length })}</p>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 sm:gap-4 xl:grid-cols-4">{products.rows.map((row) => <ProductTile key={row.id} product={row} />)}</ul>
      <More shown={products.hasMore} busy={products.busy} onMore={products.more} />
    </>
  )
}
