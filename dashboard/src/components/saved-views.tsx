import { useQueryClient } from '@tanstack/react-query'
import { Bookmark, Trash2 } from 'lucide-react'
import { Fragment, useState, type ReactNode, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Button } from './button'
import { chipLook } from './chips-filter'
import { Field } from './field'

type Asked = Record<string, unknown>
type Props = { page: 'orders' | 'products' | 'customers' | 'conversations' | 'money'; search: Readonly<Record<string, string>>; link: (asked: Asked, look: string, inside: ReactNode) => ReactNode }

/** Filters that the shop keeps under a name; whoever works here sees them. */
export function SavedViews({ page, search, link }: Props) {
  const { t } = useTranslation('lists')
  const queries = useQueryClient()
  const views = api.useQuery('get', '/api/views', { params: { query: { page } } })
  const again = { onSuccess: () => queries.invalidateQueries() }
  const save = api.useMutation('post', '/api/views', again)
  const forget = api.useMutation('delete', '/api/views/{view}', again)
  const [name, setName] = useState<string | null>(null)
  const query = new URLSearchParams(search).toString()
  const kept = views.data ?? []
  const current = kept.find((view) => view.query === query)
  const keep = (event: SubmitEvent) => {
    event.preventDefault()
    if (name !== null && name.trim() !== '') save.mutate({ body: { page, name: name.trim(), query } })
    setName(null)
  }
  if (kept.length === 0 && query === '') return null
  return (
    <div className="flex flex-wrap items-center gap-2">
      {kept.map((view) => (
        <Fragment key={view.id}>{link(Object.fromEntries(new URLSearchParams(view.query)), chipLook(view.query === query), <><Bookmark aria-hidden className="size-4" />{view.name}</>)}</Fragment>
      ))}
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
