import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import type { KeptMoney as Kept } from '@/api/types'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Moment } from '@/components/time'
import { useCodeWord } from '@/components/use-code-word'

/** Money that should have gone back and that a person of the shop kept: by whom and why, and that it may be asked for again. */
export function KeptMoney({ one }: { one: Kept }) {
  const { t } = useTranslation('waitingMoney')
  const me = api.useQuery('get', '/api/me')
  const wordOf = useCodeWord()
  const queries = useQueryClient()
  const again = api.useMutation('post', '/api/money/refunds/{payment}/{refund}/again', { onSuccess: () => queries.invalidateQueries() })
  const who = wordOf('person', one.kept_by)
  return (
    <Card className="grid gap-3 p-5">
      <p className="text-lg font-semibold">{t('kept', { amount: one.amount.text })}</p>
      <p className="text-ink-soft">{one.kept_for === null ? t('keptBy', { who }) : t('keptWhy', { who, why: one.kept_for })} · <Moment at={one.at} /></p>
      {again.isError ? <p role="alert" className="text-berry-ink">{t('failed')}</p> : null}
      {me.data === undefined || me.data.role === 'auditor' ? null : (
        <Button kind="quiet" disabled={again.isPending} onClick={() => again.mutate({ params: { path: { payment: one.payment, refund: one.refund } } })}>{t('askAgain')}</Button>
      )}
    </Card>
  )
}
