import { Link, useNavigate } from '@tanstack/react-router'
import { Printer, SlidersHorizontal, X } from 'lucide-react'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/components/button'
import { chipLook } from '@/components/chips-filter'
import { Dialog } from '@/components/dialog'
import { Field } from '@/components/field'
import { SavedViews } from '@/components/saved-views'
import { filePath, ordersSearch, without, type OrdersSearch } from './search'

const PARTS = ['q', 'area', 'since', 'until'] as const

/** Asks what else the orders are looked for by. */
export function FilterButton({ search }: { search: OrdersSearch }) {
  const { t } = useTranslation('lists')
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button kind="bare" shape="round" aria-label={t('filter')} title={t('filter')} onClick={() => setAsking(true)}><SlidersHorizontal aria-hidden /></Button>
      {asking ? <FilterDialog search={search} onClose={() => setAsking(false)} /> : null}
    </>
  )
}

/** What the orders are asked by: each filter is a chip that takes itself away, and all stand in the address. */
export function Filters({ search }: { search: OrdersSearch }) {
  const { t } = useTranslation('lists')
  return (
    <div className="mb-4 flex flex-wrap items-center gap-2 empty:hidden">
      {PARTS.map((part) => {
        const said = search[part]
        if (said === undefined) return null
        return <Link key={part} to="/orders" search={without(search, part)} aria-label={t('dropFilter', { what: `${t(`part.${part}`)}: ${said}` })} className={chipLook(true)}>{t(`part.${part}`)}: {said}<X aria-hidden className="size-4" /></Link>
      })}
      <SavedViews page="orders" search={search} link={(asked, look, inside) => <Link to="/orders" search={ordersSearch(asked)} className={look}>{inside}</Link>} />
      {search.status === 'paid' || search.status === 'packed' ? <Button kind="quiet" className="sm:ml-auto" asChild><a href={filePath('packing-slips.pdf', search)} target="_blank" rel="noreferrer"><Printer aria-hidden />{t('slips')}</a></Button> : null}
    </div>
  )
}

function FilterDialog({ search, onClose }: { search: OrdersSearch; onClose: () => void }) {
  const { t } = useTranslation(['lists', 'frame'])
  const navigate = useNavigate({ from: '/orders' })
  const [draft, setDraft] = useState({ q: search.q ?? '', area: search.area ?? '', since: search.since ?? '', until: search.until ?? '' })
  const apply = (event: SubmitEvent) => {
    event.preventDefault()
    void navigate({ search: ordersSearch({ ...search, ...draft }) })
    onClose()
  }
  return (
    <Dialog open onOpenChange={(next) => (next ? undefined : onClose())} title={t('filter')}>
      <form className="grid gap-4" onSubmit={apply}>
        {PARTS.map((part) => (
          <Field key={part} label={t(`part.${part}`)} type={part === 'since' || part === 'until' ? 'date' : 'search'} maxLength={60} value={draft[part]} onChange={(event) => setDraft({ ...draft, [part]: event.target.value })} />
        ))}
        <div className="flex flex-wrap justify-end gap-2">
          <Button kind="bare" onClick={onClose}>{t('frame:close')}</Button>
          <Button type="submit">{t('apply')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
