import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import type { CustomerCard } from '@/api/types'
import { Button } from '@/components/button'
import { Avatar, useCustomerName } from '@/components/customer'
import { Dialog } from '@/components/dialog'
import { SearchLine } from '@/components/search-line'
import { useRefusal } from '@/components/use-refusal'

type Props = { customer: CustomerCard; onClose: () => void }

/** Finds the other record of the same person, for example of her second number. Nothing parts them again, so that both are named before it is done. */
export function JoinDialog({ customer, onClose }: Props) {
  const { t } = useTranslation('customers')
  const nameOf = useCustomerName()
  const [other, setOther] = useState<CustomerCard | null>(null)
  return (
    <Dialog open onOpenChange={(next) => (next ? undefined : onClose())} title={t('joinTitle', { name: nameOf(customer) })} text={t('joinText')}>
      {other === null ? <Others customer={customer} onChoose={setOther} /> : <Sure customer={customer} other={other} onBack={() => setOther(null)} onClose={onClose} />}
    </Dialog>
  )
}

function Others({ customer, onChoose }: { customer: CustomerCard; onChoose: (other: CustomerCard) => void }) {
  const { t } = useTranslation('customers')
  const [q, setQ] = useState('')
  const ask = useCallback((word: string) => setQ(word), [])
  const found = api.useQuery('get', '/api/customers', { params: { query: { q, limit: 8 } } }, { enabled: q !== '' })
  const others = (found.data?.items ?? []).filter((row) => row.customer.id !== customer.id && !row.customer.forgotten)
  return (
    <>
      <SearchLine asked={q} label={t('search')} onAsk={ask} />
      <ul className="grid gap-1">
        {others.map((row) => (
          <li key={row.customer.id}>
            <button type="button" className="flex min-h-14 w-full items-center gap-3 rounded-2xl px-3 text-left hover:bg-sunken" onClick={() => onChoose(row.customer)}><Who customer={row.customer} /></button>
          </li>
        ))}
      </ul>
      {q !== '' && found.data !== undefined && others.length === 0 ? <p className="text-ink-soft">{t('none')}</p> : null}
    </>
  )
}

function Who({ customer }: { customer: CustomerCard }) {
  const nameOf = useCustomerName()
  return (
    <>
      <Avatar customer={customer} />
      <span className="grid"><span className="font-semibold">{nameOf(customer)}</span><span className="figures text-sm text-ink-soft">{customer.phone ?? ''}</span></span>
    </>
  )
}

type SureProps = Props & { other: CustomerCard; onBack: () => void }

function Sure({ customer, other, onBack, onClose }: SureProps) {
  const { t } = useTranslation('customers')
  const queries = useQueryClient()
  const refusal = useRefusal()
  const join = api.useMutation('post', '/api/customers/{customer}/join', {
    onSuccess: async () => {
      onClose()
      await queries.invalidateQueries()
    },
  })
  return (
    <div className="grid gap-4">
      <ul className="grid gap-2">
        {[customer, other].map((one) => <li key={one.id} className="flex items-center gap-3 rounded-2xl bg-sunken px-3 py-2.5"><Who customer={one} /></li>)}
      </ul>
      <p className="font-semibold">{t('joinSure')}</p>
      {join.error === null ? null : <p role="alert" className="text-berry-ink">{refusal(join.error)}</p>}
      <div className="flex flex-wrap justify-end gap-2">
        <Button kind="quiet" disabled={join.isPending} onClick={onBack}>{t('joinBack')}</Button>
        <Button disabled={join.isPending} onClick={() => join.mutate({ params: { path: { customer: customer.id } }, body: { other: other.id } })}>{t('joinNow')}</Button>
      </div>
    </div>
  )
}
