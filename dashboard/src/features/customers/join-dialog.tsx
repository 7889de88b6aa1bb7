import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import type { CustomerCard } from '@/api/types'
import { Avatar, useCustomerName } from '@/components/customer'
import { Dialog } from '@/components/dialog'
import { SearchLine } from '@/components/search-line'
import { useRefusal } from '@/components/use-refusal'

/** Finds the other record of the same person, for example of her second number. */
export function JoinDialog({ customer, onClose }: { customer: CustomerCard; onClose: () => void }) {
  const { t } = useTranslation('customers')
  const queries = useQueryClient()
  const refusal = useRefusal()
  const nameOf = useCustomerName()
  const [q, setQ] = useState('')
  const ask = useCallback((word: string) => setQ(word), [])
  const found = api.useQuery('get', '/api/customers', { params: { query: { q, limit: 8 } } }, { enabled: q !== '' })
  const join = api.useMutation('post', '/api/customers/{customer}/join', {
    onSuccess: async () => {
      onClose()
      await queries.invalidateQueries()
    },
  })
  const others = (found.data?.items ?? []).filter((row) => row.customer.id !== customer.id && !row.customer.forgotten)
  return (
    <Dialog open onOpenChange={(next) => (next ? undefined : onClose())} title={t('joinTitle', { name: nameOf(customer) })} text={t('joinText')}>
      <SearchLine asked={q} label={t('search')} onAsk={ask} />
      <ul className="grid gap-1">
        {others.map((row) => (
          <li key={row.customer.id}>
            <button type="button" disabled={join.isPending} className="flex min-h-14 w-full items-center gap-3 rounded-2xl px-3 text-left hover:bg-sunken" onClick={() => join.mutate({ params: { path: { customer: customer.id } }, body: { other: row.customer.id } })}>
              <Avatar customer={row.customer} />
              <span className="grid"><span className="font-semibold">{nameOf(row.customer)}</span><span className="figures text-sm text-ink-soft">{row.customer.phone ?? ''}</span></span>
            </button>
          </li>
        ))}
      </ul>
      {q !== '' && found.data !== undefined && others.length === 0 ? <p className="text-ink-soft">{t('none')}</p> : null}
      {join.error === null ? null : <p role="alert" className="text-berry-ink">{refusal(join.error)}</p>}
    </Dialog>
  )
}
