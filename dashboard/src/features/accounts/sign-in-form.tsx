import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Refusal } from './refusal'
import { whyOf } from './why'

/** Her address and password; the code of her authenticator only once the shop asks for it. */
export function SignInForm({ onIn }: { onIn: () => void }) {
  const { t } = useTranslation('accounts')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const knock = api.useMutation('post', '/api/sign-in', { onSuccess: onIn })
  const why = whyOf(knock.error)
  const wantsCode = why === 'code-wanted' || why === 'wrong-code'
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    knock.mutate({ body: { email, password, code: code === '' ? null : code } })
  }
  return (
    <form className="grid gap-4" onSubmit={send}>
      <Field label={t('email')} type="email" autoComplete="username" inputMode="email" value={email} required maxLength={254} onChange={(event) => setEmail(event.target.value)} />
      <Field label={t('password')} type="password" autoComplete="current-password" value={password} required maxLength={256} onChange={(event) => setPassword(event.target.value)} />
      {wantsCode ? (
        <Field label={t('code')} hint={t('codeHint')} inputMode="numeric" autoComplete="one-time-code" pattern="[0-9]{6}" value={code} required maxLength={6} onChange={(event) => setCode(event.target.value)} />
      ) : null}
      <Refusal error={knock.error} />
      <Button type="submit" shape="wide" disabled={knock.isPending}>{t('signIn')}</Button>
    </form>
  )
}
