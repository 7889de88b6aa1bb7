import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Button } from '@/components/button'
import { Door } from '@/components/door'
import { Field } from '@/components/field'
import { useChecked } from '@/components/form'
import { choosing } from './asked'
import { Refusal } from './refusal'

/** Where an invitation or a reset leads. Its token stands behind the "#", which no server ever sees. */
export function PasswordPage() {
  const { t } = useTranslation('accounts')
  const [link] = useState(() => globalThis.location.hash.slice(1))
  const choose = api.useMutation('post', '/api/password')
  const { field, sends } = useChecked(choosing, { password: '' })
  return (
    <Door title={choose.isSuccess ? t('chosen') : t('choose')}>
      {choose.isSuccess ? <Button asChild><Link to="/today">{t('signIn')}</Link></Button> : (
        <form className="grid gap-4" noValidate onSubmit={sends(({ password }) => choose.mutate({ body: { link, password } }))}>
          <Field label={t('newPassword')} hint={t('passwordHint')} type="password" autoComplete="new-password" required {...field('password')} />
          <Refusal error={choose.error} />
          <Button type="submit" shape="wide" disabled={choose.isPending}>{t('keep')}</Button>
        </form>
      )}
    </Door>
  )
}
