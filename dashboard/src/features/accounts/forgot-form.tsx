import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Button } from '@/components/button'
import { useLightForm } from '@/components/light-form'
import { Notice } from '@/components/notice'
import { EmailField } from './door-fields'
import { Refusal } from './refusal'

/** Asks for a link by mail. The answer is the same for every address, so that nobody learns who has an account. */
export function ForgotForm() {
  const { t } = useTranslation('account')
  const [email, setEmail] = useState('')
  const { form, field } = useLightForm({ email: 'email' })
  const ask = api.useMutation('post', '/api/password/link')
  if (ask.isSuccess) return <Notice well>{t('linkSent', { email })}</Notice>
  return (
    <form className="grid gap-4" {...form(() => ask.mutate({ body: { email } }))}>
      <EmailField {...field('email')} value={email} onChange={(event) => setEmail(event.target.value)} />
      <Refusal error={ask.error} />
      <Button type="submit" shape="wide" disabled={ask.isPending}>{t('sendLink')}</Button>
    </form>
  )
}
