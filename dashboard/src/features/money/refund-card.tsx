import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Button } from '@/components/button'
import { Chip, type Tone } from '@/components/chip'
import { useReason } from '@/components/use-code-word'
import { AskDialog } from './ask-dialog'
import { MoneyCard } from './money-card'
import type { OpenRefund, Role } from './types'
import { useOutcome } from './outcome'

const TONES: Record<OpenRefund['state'], Tone> = { requested: 'gold', approved: 'sky', 'on-its-way': 'sky', uncertain: 'berry', failed: 'berry' }

/** Money that should go back: the owner says yes or no, or that it went by hand. */
export function RefundCard({ one, role }: { one: OpenRefund; role: Role }) {
  const { t } = useTranslation('waitingMoney')
  const [asking, setAsking] = useState<'keep' | 'done' | null>(null)
  const close = () => setAsking(null)
  const outcome = useOutcome()
  const reason = useReason()
  const approve = api.useMutation('post', '/api/money/refunds/{payment}/{refund}/approve', outcome.told)
  const decline = api.useMutation('post', '/api/money/refunds/{payment}/{refund}/decline', outcome.told)
  const done = api.useMutation('post', '/api/money/refunds/{payment}/{refund}/done', outcome.told)
  const params = { path: { payment: one.payment, refund: one.refund } }
  const busy = approve.isPending || decline.isPending || done.isPending
  const byHand = one.state !== 'requested' && one.state !== 'approved'
  const help = one.state === 'uncertain' || one.state === 'failed' ? t(`help.${one.state}`) : undefined
  return (
    <MoneyCard amount={one.amount.text} at={one.at} reason={one.reason} order={one.order} trouble={outcome.refused ?? reason(one.trouble_code, one.trouble)} help={help} chip={<Chip tone={TONES[one.state]}>{t(`state.${one.state}`)}</Chip>}>
      {role !== 'owner' ? null : one.state === 'requested' ? (
        <>
          <Button kind="quiet" disabled={busy} onClick={() => setAsking('keep')}>{t('decline')}</Button>
          <Button disabled={busy} onClick={() => approve.mutate({ params })}>{t('approve')}</Button>
        </>
      ) : byHand ? <Button kind="quiet" disabled={busy} onClick={() => setAsking('done')}>{t('wentBack')}</Button> : null}
      <AskDialog
        open={asking === 'keep'} title={t('decline')} text={t('declineText')} label={t('declineWhy')} most={200} onClose={close}
        onSend={(reason) => { close(); decline.mutate({ params, body: { reason } }) }}
      />
      <AskDialog
        open={asking === 'done'} title={t('wentBack')} text={t('wentBackText')} label={t('proof')} most={60} onClose={close}
        onSend={(reference) => { close(); done.mutate({ params, body: { reference } }) }}
      />
    </MoneyCard>
  )
}
