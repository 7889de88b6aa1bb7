import { Printer, ReceiptText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Order } from '@/api/types'
import { Button } from '@/components/button'

const TO_PACK: readonly Order['status'][] = ['paid', 'packed', 'with-courier']

/** What is printed of an order: the slip for the parcel, and the receipt once it is paid. */
export function Papers({ order }: { order: Order }) {
  const { t } = useTranslation('lists')
  return (
    <span className="flex flex-wrap gap-2">
      {TO_PACK.includes(order.status) ? <Button kind="quiet" asChild><a href={`/api/orders/${order.id}/packing-slip.pdf`} target="_blank" rel="noreferrer"><Printer aria-hidden />{t('slip')}</a></Button> : null}
      {order.paid_at === null ? null : <Button kind="quiet" asChild><a href={`/api/orders/${order.id}/receipt.pdf`} target="_blank" rel="noreferrer"><ReceiptText aria-hidden />{t('receipt')}</a></Button>}
    </span>
  )
}
