import { MapPin, Phone } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Order } from '@/api/types'
import { Card } from '@/components/card'
import { Avatar, useCustomerName } from '@/components/customer'

/** Whose order it is and where it goes; her number whole for who brings it. */
export function CustomerCard({ order }: { order: Order }) {
  const { t } = useTranslation(['orders', 'frame'])
  const nameOf = useCustomerName()
  return (
    <Card aria-label={t('customer')} className="grid gap-4 p-5">
      <div className="flex items-center gap-3">
        <Avatar customer={order.customer} />
        <h2 className="text-lg leading-tight">{nameOf(order.customer)}</h2>
      </div>
      <p className="figures flex gap-3"><Phone aria-hidden className="mt-0.5 size-5 shrink-0 text-ink-soft" />{order.customer.phone ?? t('frame:noPhone')}</p>
      <p className="flex gap-3">
        <MapPin aria-hidden className="mt-0.5 size-5 shrink-0 text-ink-soft" />
        <span><span className="block font-semibold">{order.delivery_area}</span>{order.address ?? t('addressGone')}</span>
      </p>
    </Card>
  )
}
