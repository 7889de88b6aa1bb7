import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { Field } from '@/components/field'
import type { Parcel } from './steps'

type CourierProps = { open: boolean; busy: boolean; onClose: () => void; onSend: (parcel: Parcel) => void }

/** Asks who takes the parcel. */
export function CourierDialog({ open, busy, onClose, onSend }: CourierProps) {
  const { t } = useTranslation(['orders', 'frame', 'lists'])
  const [courier, setCourier] = useState('')
  const [tracking, setTracking] = useState('')
  const [link, setLink] = useState('')
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    onSend({ courier: courier.trim(), tracking: tracking.trim(), link: link.trim() })
  }
  return (
    <Dialog open={open} onOpenChange={(next) => (next ? undefined : onClose())} title={t('courier')} text={t('courierText')}>
      <form className="grid gap-4" onSubmit={send}>
        <Field label={t('courierName')} hint={t('courierHint')} value={courier} maxLength={80} required onChange={(event) => setCourier(event.target.value)} />
        <Field label={t('tracking')} value={tracking} maxLength={80} onChange={(event) => setTracking(event.target.value)} />
        <Field label={t('lists:link')} hint={t('lists:linkHint')} type="url" inputMode="url" pattern="https://[^\s<>]+" value={link} maxLength={300} onChange={(event) => setLink(event.target.value)} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button kind="bare" onClick={onClose}>{t('frame:close')}</Button>
          <Button type="submit" disabled={busy || courier.trim() === ''}>{t('courier')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

type CancelProps = { open: boolean; number: string; paid: boolean; busy: boolean; onClose: () => void; onCancel: () => void }

/** Asks once before an order is given up. */
export function CancelDialog({ open, number, paid, busy, onClose, onCancel }: CancelProps) {
  const { t } = useTranslation('orders')
  return (
    <Dialog open={open} onOpenChange={(next) => (next ? undefined : onClose())} title={t('cancelTitle', { number })} text={t(paid ? 'cancelPaidText' : 'cancelText')}>
      <div className="flex flex-wrap justify-end gap-2">
        <Button kind="quiet" onClick={onClose}>{t('keep')}</Button>
        <Button kind="danger" disabled={busy} onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </Dialog>
  )
}
