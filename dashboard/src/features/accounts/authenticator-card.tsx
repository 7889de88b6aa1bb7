import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { AppSecret } from '@/components/app-secret'
import { Button } from '@/components/button'
import { Card, CardHead } from '@/components/card'
import { useChecked } from '@/components/form'
import { Notice } from '@/components/notice'
import { proving } from './asked'
import { CodeField } from './code-field'
import { Refusal } from './refusal'

/** A second step for her password: the codes of an authenticator app. */
export function AuthenticatorCard() {
  const { t } = useTranslation(['account', 'accounts'])
  const offer = api.useMutation('post', '/api/second-factor/offer')
  const keep = api.useMutation('post', '/api/second-factor')
  const { form, field, sends } = useChecked(proving, { code: '' })
  const send = sends(({ code }) => (offer.data ? keep.mutate({ body: { secret: offer.data.secret, code } }) : undefined))
  return (
    <Card>
      <CardHead title={t('app')} hint={t('appText')} />
      <div className="grid gap-4 px-5 pb-5">
        {keep.isSuccess ? <Notice well>{t('appKept')}</Notice> : null}
        {offer.data && !keep.isSuccess ? (
          <form className="grid gap-4" noValidate onSubmit={send}>
            <AppSecret secret={offer.data.secret} address={offer.data.address} />
            <CodeField required {...field('code')} />
            <Refusal error={keep.error} />
            <Button type="submit" disabled={keep.isPending}>{t('keepApp')}</Button>
          </form>
        ) : (
          <>
            <Refusal error={offer.error} />
            <Button kind="quiet" disabled={offer.isPending} onClick={() => { keep.reset(); form.reset(); offer.mutate({}) }}>{t('addApp')}</Button>
          </>
        )}
      </div>
    </Card>
  )
}
