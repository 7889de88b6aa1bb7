import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Button } from '@/components/button'
import { useLightForm } from '@/components/light-form'
import { CodeField } from './code-field'
import { EmailField, PasswordField } from './door-fields'
import { Refusal } from './refusal'
import { whyOf } from './why'

/** Her address and password; the code of her authenticator only once the shop asks for it. With an invitation she says yes to it. */
export function SignInForm({ invitation = null, onIn }: { invitation?: string | null; onIn: () => void }) {
  const { t } = useTranslation('accounts')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const { form, field } = useLightForm({ email: 'email', code: 'sixDigits' })
  const knock = api.useMutation('post', '/api/sign-in', { onSuccess: onIn })
  const why = whyOf(knock.error)
  const wantsCode = why === 'code-wanted' || why === 'wrong-code'
  return (
    <form className="grid gap-4" {...form(() => knock.mutate({ body: { email, password, code: code === '' ? null : code, invitation } }))}>
      <EmailField {...field('email')} value={email} onChange={(event) => setEmail(event.target.value)} />
      <PasswordField {...field('password')} value={password} onChange={(event) => setPassword(event.target.value)} />
      {wantsCode ? <CodeField {...field('code')} value={code} onChange={(event) => setCode(event.target.value)} /> : null}
      <Refusal error={knock.error} />
      <Button type="submit" shape="wide" disabled={knock.isPending}>{t('signIn')}</Button>
    </form>
  )
}
