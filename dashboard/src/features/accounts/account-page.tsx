import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { PageHead } from '@/components/page-head'
import { AlertsCard } from './alerts-card'
import { AuthenticatorCard } from './authenticator-card'
import { PasskeysCard } from './passkeys-card'

/** What belongs to the person, in whichever boutique she works: how she comes in. */
export function AccountPage() {
  const { t } = useTranslation('account')
  const me = api.useQuery('get', '/api/me')
  return (
    <>
      <PageHead title={t('title')} hint={t('text')} />
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <PasskeysCard />
        <div className="grid gap-5">
          {me.data?.role === 'auditor' ? null : <AlertsCard />}
          <AuthenticatorCard />
        </div>
      </div>
    </>
  )
}
