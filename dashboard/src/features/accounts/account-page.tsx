import { useTranslation } from 'react-i18next'
import { PageHead } from '@/components/page-head'
import { AuthenticatorCard } from './authenticator-card'
import { PasskeysCard } from './passkeys-card'

/** What belongs to the person, in whichever boutique she works: how she comes in. */
export function AccountPage() {
  const { t } = useTranslation('account')
  return (
    <>
      <PageHead title={t('title')} hint={t('text')} />
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <PasskeysCard />
        <AuthenticatorCard />
      </div>
    </>
  )
}
