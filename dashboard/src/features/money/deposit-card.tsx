import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Button } from '@/components/button'
import { AskDialog } from './ask-dialog'
import { MoneyCard } from './money-card'
import { useOutcome } from './outcome'
import type { Role, WaitingDeposit } from './types'

/** Money that belongs to no order yet: somebody says whose it is, or that it was given back. */
export function DepositCard({ one, role }: { one: WaitingDeposit; role: Role }) {
  const { t } = useTranslation('waitingMoney')
  const [asking, setAsking] = useState<'claim' | 'return' | null>(null)
  const outcome = useOutcome()
  const claim = api.useMutation('post', '/api/money/deposits/{deposit}/claim', outcome.told)
  const back = api.useMutation('post', '/api/money/deposits/{deposit}/return', outcome.told)
  const params = { path: { deposit: one.id } }
  const busy = claim.isPending || back.isPending
  const close = () => setAsking(null)
  return (
    <MoneyCard amount={one.amount.text} at={one.paid_at} reason={one.reason} order={one.suggested} suggested trouble={outcome.refused} receipt={one.receipt} payer={one.payer} reference={one.reference}>
      {role === 'owner' ? <Button kind="quiet" disabled={busy} onClick={() => setAsking('return')}>{t('gaveBack')}</Button> : null}
      {role === 'auditor' ? null : <Button disabled={busy} onClick={() => setAsking('claim')}>{t('claim')}</Button>}
      <AskDialog
        open={asking === 'claim'} title={t('claim')} text={t('claimText')} label={t('number')} most={40} start={one.suggested?.number ?? ''} onClose={close}
        onSend={(order) => { close(); claim.mutate({ params, body: { order } }) }}
      />
      <AskDialog
        open={asking === 'return'} title={t('gaveBack')} text={t('gaveBackText')} label={t('how')} most={200} onClose={close}
        onSend={(note) => { close(); back.mutate({ params, body: { note } }) }}
      />
    </MoneyCard>
  )
}
