import { useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import type { CustomerCard, ErasureProof } from '@/api/types'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { Field } from '@/components/field'
import { useRefusal } from '@/components/use-refusal'

type Props = { customer: CustomerCard; onClose: () => void; onDone: (proof: ErasureProof) => void }

/** Nothing brings her back: what she is called must be typed first. */
export function ForgetDialog({ customer, onClose, onDone }: Props) {
  const { t } = useTranslation(['customers', 'frame'])
  const queries = useQueryClient()
  const refusal = useRefusal()
  const [typed, setTyped] = useState('')
  const name = customer.name ?? customer.phone ?? customer.id
  const forget = api.useMutation('post', '/api/customers/{customer}/forget', {
    onSuccess: async (proof) => {
      onDone(proof)
      await queries.invalidateQueries()
    },
  })
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    forget.mutate({ params: { path: { customer: customer.id } }, body: { typed } })
  }
  const error: unknown = forget.error
  return (
    <Dialog open onOpenChange={(next) => (next ? undefined : onClose())} title={t('forgetTitle', { name })} text={t('forgetText')}>
      <form className="grid gap-4" onSubmit={send}>
        <Field label={t('typeName', { name })} value={typed} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
        {error === null ? null : <p role="alert" className="text-berry-ink">{refusal(error)}</p>}
        <div className="flex flex-wrap justify-end gap-2">
          <Button kind="quiet" onClick={onClose}>{t('frame:close')}</Button>
          <Button type="submit" kind="danger" disabled={forget.isPending || typed.trim().toLowerCase() !== name.trim().toLowerCase()}>{t('forgetNow')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
