import { useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { PreferenceChoices } from './preference-choices'
import { Button } from '@/components/button'
import { Door } from '@/components/door'
import { Field } from '@/components/field'
import { Refusal } from '@/features/accounts/refusal'
import { CodeField } from '@/features/accounts/code-field'

/** The operators' door: her address, her password, and always a code. */
export function OperatorSignIn() {
  const { t } = useTranslation(['platform', 'accounts'])
  const queries = useQueryClient()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const knock = api.useMutation('post', '/api/platform/sign-in', { onSuccess: () => void queries.resetQueries() })
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    knock.mutate({ body: { email, password, code } })
  }
  return (
    <Door title={t('signInTitle')} text={t('signInText')}>
      <form className="grid gap-4" onSubmit={send}>
        <Field label={t('accounts:email')} type="email" autoComplete="username" inputMode="email" value={email} required maxLength={254} onChange={(event) => setEmail(event.target.value)} />
        <Field label={t('accounts:password')} type="password" autoComplete="current-password" value={password} required maxLength={256} onChange={(event) => setPassword(event.target.value)} />
        <CodeField code={code} onCode={setCode} />
        <Refusal error={knock.error} />
        <Button type="submit" shape="wide" disabled={knock.isPending}>{t('accounts:signIn')}</Button>
      </form>
      <div className="flex flex-wrap gap-4 border-t border-line pt-5"><PreferenceChoices /></div>
    </Door>
  )
}
