import { useTranslation } from 'react-i18next'
import type { OrderStatus } from '@/api/types'
import { Chip, type Tone } from './chip'

const TONES: Record<OrderStatus, Tone> = {
  'awaiting-payment': 'plain', paid: 'clay', packed: 'gold', 'with-courier': 'sky', delivered: 'leaf',
  cancelled: 'plain', expired: 'plain', 'refund-due': 'berry', refunded: 'plain', 'not-refunded': 'plain',
}

/** How far an order has come, in a word. */
export function OrderStatusChip({ status }: { status: OrderStatus }) {
  const { t } = useTranslation('status')
  return <Chip tone={TONES[status]}>{t(status)}</Chip>
}
