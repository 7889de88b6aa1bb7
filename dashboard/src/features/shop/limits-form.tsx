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
  const before = { order_limit: limits ? String(limits.order_limit.cents / CENTS) : USUAL, discount_percent: String(limits?.discount_percent ?? 0) }
  const { field, sends } = useChecked(limited, before)
  return (
    <form className="grid items-start gap-4 sm:grid-cols-2" noValidate onSubmit={sends((told) => set.mutate({ body: told }))}>
      <Field label={t('limit')} hint={t('limitHint')} inputMode="numeric" required {...field('order_limit')} />
      <Field label={t('discount')} hint={t('discountHint')} inputMode="numeric" required {...field('discount_percent')} />
      <Button type="submit" kind="quiet" className="justify-self-start" disabled={set.isPending}>{t('set')}</Button>
      <div className="sm:col-span-2"><Refusal error={set.error} />{set.isSuccess ? <Notice well>{t('saved')}</Notice> : null}</div>
    </form>
  )
}
