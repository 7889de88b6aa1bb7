import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { useChecked } from '@/components/form'
import { Notice } from '@/components/notice'
import { limited } from './asked'
import { useAskAgain, type Opening } from './queries'
import { Refusal } from './refusal'

const CENTS = 100
const USUAL = '20000'

/** What the agent may do without asking. */
export function LimitsForm({ limits }: { limits: Opening['limits'] }) {
  const { t } = useTranslation('shop')
  const again = useAskAgain()
  const set = api.useMutation('put', '/api/limits', { onSuccess: again })
  const { field, sends } = useChecked(limited, { order_limit: limits ? String(limits.order_limit.cents / CENTS) : USUAL })
  const send = sends((told) => set.mutate({ body: { ...told, discount_percent: limits?.discount_percent ?? 0 } }))
  return (
    <form className="grid items-center gap-4 sm:grid-cols-[1fr_auto]" noValidate onSubmit={send}>
      <Field label={t('limit')} hint={t('limitHint')} inputMode="numeric" required {...field('order_limit')} />
      <Button type="submit" kind="quiet" disabled={set.isPending}>{t('set')}</Button>
      <div className="sm:col-span-2"><Refusal error={set.error} />{set.isSuccess ? <Notice well>{t('saved')}</Notice> : null}</div>
    </form>
  )
}
