import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { AppSecret } from '@/components/app-secret'
import { Button } from '@/components/button'
import { Door } from '@/components/door'
import { Field } from '@/components/field'
import { useChecked } from '@/components/form'
import { Notice } from '@/components/notice'
import { Skeleton } from '@/components/skeleton'
import { operating } from './asked'
import { Refusal } from './refusal'
import { CodeField } from './code-field'

/** Where an operator's invitation leads. Its token stands behind the "#", which no server ever sees. */
export function OperatorJoinPage() {
  const { t } = useTranslation('platform')
  const [link] = useState(() => globalThis.location.hash.slice(1))
  const { mutate, data, isError } = api.useMutation('post', '/api/platform/join/offer')
  useEffect(() => mutate({ body: { link } }), [mutate, link])
  return (
    <Door title={t('joinTitle')} text={t('joinText')}>
      {isError ? <Notice>{t('linkGone')}</Notice> : null}
      {data === undefined ? (isError ? null : <Skeleton className="h-64" />) : <JoinForm link={link} secret={data.secret} address={data.address} />}
    </Door>
  )
}

function JoinForm({ link, secret, address }: { link: string; secret: string; address: string }) {
  const { t } = useTranslation(['platform', 'accounts'])
  const queries = useQueryClient()
  const navigate = useNavigate()
  const enter = () => void queries.resetQueries().then(() => navigate({ to: '/platform', search: {} }))
  const join = api.useMutation('post', '/api/platform/join', { onSuccess: enter })
  const { field, sends } = useChecked(operating, { password: '', code: '' })
  return (
    <form className="grid gap-4" noValidate onSubmit={sends((told) => join.mutate({ body: { link, secret, ...told } }))}>
      <Field label={t('accounts:newPassword')} hint={t('accounts:passwordHint')} type="password" autoComplete="new-password" required {...field('password')} />
      <AppSecret secret={secret} address={address} />
      <CodeField required {...field('code')} />
      <Refusal error={join.error} />
      <Button type="submit" shape="wide" disabled={join.isPending}>{t('join')}</Button>
    </form>
  )
}
