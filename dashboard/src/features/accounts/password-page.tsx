import { Link } from '@tanstack/react-router'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Brand } from '@/components/brand'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { Refusal } from './refusal'

/** Where an invitation or a reset leads. Its token stands behind the "#", which no server ever sees. */
export function PasswordPage() {
  const { t } = useTranslation('accounts')
  const [password, setPassword] = useState('')
  const [link] = useState(() => globalThis.location.hash.slice(1))
  const choose = api.useMutation('post', '/api/password')
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    choose.mutate({ body: { link, password } })
  }
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <Card className="w-full max-w-md animate-rise overflow-hidden">
        <div aria-hidden className="woven h-3" />
        <div className="grid gap-5 p-7">
          <Brand />
          <h1 className="text-3xl font-bold">{choose.isSuccess ? t('chosen') : t('choose')}</h1>
          {choose.isSuccess ? <Button asChild><Link to="/today">{t('signIn')}</Link></Button> : (
            <form className="grid gap-4" onSubmit={send}>
              <Field label={t('newPassword')} hint={t('passwordHint')} type="password" autoComplete="new-password" minLength={10} value={password} required maxLength={256} onChange={(event) => setPassword(event.target.value)} />
              <Refusal error={choose.error} />
              <Button type="submit" shape="wide" disabled={choose.isPending}>{t('keep')}</Button>
            </form>
          )}
        </div>
      </Card>
    </main>
  )
}
