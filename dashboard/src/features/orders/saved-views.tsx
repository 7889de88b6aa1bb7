import { Link } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { Bookmark, Trash2 } from 'lucide-react'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Button } from '@/components/button'
import { chipLook } from '@/components/chips-filter'
import { Field } from '@/components/field'
import { ordersSearch, type OrdersSearch } from './search'

const asQuery = (search: OrdersSearch): string => new URLSearchParams(Object.entries(search)).toString()

/** Filters that the shop keeps under a name; whoever works here sees them. */
export function SavedViews({ search }: { search: OrdersSearch }) {
  const { t } = useTranslation('lists')
  const queries = useQueryClient()
  const views = api.useQuery('get', '/api/views', { params: { query: { page: 'orders' } } })
  const again = { onSuccess: () => queries.invalidateQueries() }
  const save = api.useMutation('post', '/api/views', again)
  const forget = api.useMutation('delete', '/api/views/{view}', again)
  const [name, setName] = useState<string | null>(null)
  const query = asQuery(search)
  const kept = views.data ?? []
  const current = kept.find((view) => view.query === query)
  const keep = (event: SubmitEvent) => {
    event.preventDefault()
    if (name !== null && name.trim() !== '') save.mutate({ body: { page: 'orders', name: name.trim(), query } })
    setName(null)
  }
  if (kept.length === 0 && query === '') return null
  return (
    <div className="flex flex-wrap items-center gap-2">
      {kept.map((view) => <Link key={view.id} to="/orders" search={ordersSearch(Object.fromEntries(new URLSearchParams(view.query)))} className={chipLook(view.query === query)}><Bookmark aria-hidden className="size-4" />{view.name}</Link>)}
      {current === undefined ? null : <Button kind="bare" shape="round" aria-label={t('forgetView', { name: current.name })} onClick={() => forget.mutate({ params: { path: { view: current.id } } })}><Trash2 aria-hidden /></Button>}
      {query !== '' && current === undefined && name === null ? <Button kind="bare" onClick={() => setName('')}><Bookmark aria-hidden />{t('saveView')}</Button> : null}
      {name === null ? null : (
        <form className="flex items-end gap-2" onSubmit={keep}>
          <Field label={t('viewName')} hideLabel placeholder={t('viewName')} maxLength={40} value={name} onChange={(event) => setName(event.target.value)} />
          <Button type="submit" kind="quiet" disabled={name.trim() === ''}>{t('keepView')}</Button>
        </form>
      )}
    </div>
  )
}
