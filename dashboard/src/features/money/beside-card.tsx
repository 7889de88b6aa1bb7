import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Button } from '@/components/button'
import { MoneyCard } from './money-card'
import { useOutcome } from './outcome'
import type { MoneyBeside, Role } from './types'

/** Money that came for an order and settles nothing of it. What never came to this shop cannot go back. */
export function BesideCard({ one, role }: { one: MoneyBeside; role: Role }) {
  const { t } = useTranslation('waitingMoney')
  const outcome = useOutcome()
  const ask = api.useMutation('post', '/api/money/refunds', outcome.told)
  const may = role !== 'auditor' && one.reason !== 'wrong-shop'
  const body = { payment: one.payment, cents: one.amount.cents, reason: one.reason, receipt: one.receipt }
  return (
    <MoneyCard amount={one.amount.text} at={one.at} reason={one.reason} order={one.order} trouble={outcome.refused} receipt={one.receipt}>
      {may ? <Button kind="quiet" disabled={ask.isPending} onClick={() => ask.mutate({ body })}>{t('sendBack')}</Button> : null}
    </MoneyCard>
  )
}
