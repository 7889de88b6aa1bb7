import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { AppSecret } from '@/components/app-secret'
import { Button } from '@/components/button'
import { Card, CardHead } from '@/components/card'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { Refusal } from './refusal'

/** A second step for her password: the codes of an authenticator app. */
export function AuthenticatorCard() {
  const { t } = useTranslation(['account', 'accounts'])
  const [code, setCode] = useState('')
  const offer = api.useMutation('post', '/api/second-factor/offer')
  const keep = api.useMutation('post', '/api/second-factor')
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    if (offer.data) keep.mutate({ body: { secret: offer.data.secret, code } })
  }
  return (
    <Card>
      <CardHead title={t('app')} hint={t('appText')} />
      <div className="grid gap-4 px-5 pb-5">
        {keep.isSuccess ? <Notice well>{t('appKept')}</Notice> : null}
        {offer.data && !keep.isSuccess ? (
          <form className="grid gap-4" onSubmit={send}>
            <AppSecret secret={offer.data.secret} address={offer.data.address} />
            <Field label={t('accounts:code')} hint={t('accounts:codeHint')} inputMode="numeric" autoComplete="one-time-code" pattern="[0-9]{6}" value={code} required maxLength={6} onChange={(event) => setCode(event.target.value)} />
            <Refusal error={keep.error} />
            <Button type="submit" disabled={keep.isPending}>{t('keepApp')}</Button>
          </form>
        ) : (
          <>
            <Refusal error={offer.error} />
            <Button kind="quiet" disabled={offer.isPending} onClick={() => { keep.reset(); setCode(''); offer.mutate({}) }}>{t('addApp')}</Button>
          </>
        )}
      </div>
    </Card>
  )
}
