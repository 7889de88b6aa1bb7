import { useTranslation } from 'react-i18next'
import type { PaymentCard } from '@/api/types'
import { Card, CardHead } from '@/components/card'
import { Chip } from '@/components/chip'
import { Moment } from '@/components/time'
import { useReason } from '@/components/use-code-word'
import { usePaymentWord } from './payment-word'

/** The money of an order: what was asked, what came, and each prompt to her phone. */
export function PaymentPanel({ payment }: { payment: PaymentCard }) {
  const { t } = useTranslation('orders')
  const wordOf = usePaymentWord()
  const reason = useReason()
  return (
    <Card aria-labelledby="payment">
      <CardHead id="payment" title={t('payment')}><Chip tone={payment.receipt === null ? 'plain' : 'leaf'}>{wordOf(payment.state)}</Chip></CardHead>
      <dl className="figures grid gap-1.5 px-5">
        <Row term={t('requested')}>{payment.requested.text}</Row>
        <Row term={t('received')}>{payment.received.text}</Row>
        {payment.receipt === null ? null : <Row term={t('receipt')}><code className="font-semibold">{payment.receipt}</code></Row>}
      </dl>
      <ol className="mt-3 grid gap-2 border-t border-line px-5 py-4 text-sm">
        {payment.attempts.map((attempt) => (
          <li key={attempt.attempt} className="flex items-baseline justify-between gap-3">
            <span><span className="font-semibold">{t('attempt', { attempt: attempt.attempt })}</span> · {wordOf(attempt.state)}{attempt.code === null ? null : <span className="text-ink-soft">: {reason(attempt.code, attempt.reason)}</span>}</span>
            <Moment at={attempt.at} className="figures whitespace-nowrap text-ink-soft" />
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Row({ term, children }: { term: string; children: React.ReactNode }) {
  return <div className="flex justify-between gap-3"><dt className="text-ink-soft">{term}</dt><dd>{children}</dd></div>
}
