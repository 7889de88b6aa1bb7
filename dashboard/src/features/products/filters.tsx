import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { chipLook, ChipsFilter } from '@/components/chips-filter'
import { SavedViews } from '@/components/saved-views'
import { Select } from '@/components/select'
import { COLOURS, GARMENTS, inWords, keysOf } from '@/words/clothes'
import { productsSearch, without, type ProductsSearch } from './search'

/** Which pieces are shown: chips and pickers whose choice stands in the address. */
export function Filters({ search }: { search: ProductsSearch }) {
  const { t, i18n } = useTranslation(['products', 'catalogue'])
  const navigate = useNavigate({ from: '/products' })
  const rest = without(search, 'stock')
  const chips = [['low', t('low')], ['gone', t('gone')], ['new', t('catalogue:new')], ['archived', t('catalogue:out')]] as const
  const words = <K extends string>(table: Record<K, readonly [string, string, ...string[]]>) => keysOf(table).map((value) => ({ value, label: inWords(table[value], i18n.language) }))
  return (
    <>
      <ChipsFilter label={t('filter')}>
        <Link to="/products" search={rest} className={chipLook(search.stock === undefined)}>{t('all')}</Link>
        {chips.map(([stock, word]) => <Link key={stock} to="/products" search={{ ...rest, stock }} className={chipLook(search.stock === stock)}>{word}</Link>)}
      </ChipsFilter>
      <div className="mb-4 flex flex-wrap gap-2">
        <Select hideLabel label={t('catalogue:kind')} value={search.garment ?? ''} empty={t('catalogue:kind')} options={words(GARMENTS)} className="flex-1 basis-36 sm:flex-none" onChange={(garment) => void navigate({ search: garment === null ? without(search, 'garment') : { ...search, garment } })} />
        <Select hideLabel label={t('catalogue:colours')} value={search.colour ?? ''} empty={t('catalogue:colours')} options={words(COLOURS)} className="flex-1 basis-36 sm:flex-none" onChange={(colour) => void navigate({ search: colour === null ? without(search, 'colour') : { ...search, colour } })} />
      </div>
      <div className="mb-4 empty:hidden">
        <SavedViews page="products" search={search} link={(asked, look, inside) => <Link to="/products" search={productsSearch(asked)} className={look}>{inside}</Link>} />
      </div>
    </>
  )
}
