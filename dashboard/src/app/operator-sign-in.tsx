import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { PreferenceChoices } from './preference-choices'
import { Button } from '@/components/button'
import { Door } from '@/components/door'
import { useLightForm } from '@/components/light-form'
import { CodeField } from '@/features/accounts/code-field'
import { EmailField, PasswordField } from '@/features/accounts/door-fields'
import { Refusal } from '@/features/accounts/refusal'

/** The operators' door: her address, her password, and always a code. */
export function OperatorSignIn() {
  const { t } = useTranslation(['platform', 'accounts'])
  const queries = useQueryClient()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const { form, field } = useLightForm({ email: 'email', code: 'sixDigits' })
  const knock = api.useMutation('post', '/api/platform/sign-in', { onSuccess: () => void queries.resetQueries() })
  return (
    <Door title={t('signInTitle')} text={t('signInText')}>
      <form className="grid gap-4" {...form(() => knock.mutate({ body: { email, password, code } }))}>
        <EmailField {...field('email')} value={email} onChange={(event) => setEmail(event.target.value)} />
        <PasswordField {...field('password')} value={password} onChange={(event) => setPassword(event.target.value)} />
        <CodeField {...field('code')} value={code} onChange={(event) => setCode(event.target.value)} />
        <Refusal error={knock.error} />
        <Button type="submit" shape="wide" disabled={knock.isPending}>{t('accounts:signIn')}</Button>
      </form>
      <div className="flex flex-wrap gap-4 border-t border-line pt-5"><PreferenceChoices /></div>
    </Door>
  )
}
