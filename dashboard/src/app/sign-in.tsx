import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Brand } from '@/components/brand'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { JoinForm } from '@/features/accounts/join-form'
import { PasskeyButton } from '@/features/accounts/passkey-button'
import { SignInForm } from '@/features/accounts/sign-in-form'
import { demoBoutiques } from '@/features/start/queries'
import { PreferenceChoices } from './preference-choices'

/** The front door: sign in, or open a boutique. In the demo the start page is a door as well. */
export default function SignIn() {
  const { t } = useTranslation(['signIn', 'accounts'])
  const sandbox = useQuery(demoBoutiques)
  const queries = useQueryClient()
  const [joins, setJoins] = useState(false)
  const navigate = useNavigate()
  const enter = () => void queries.resetQueries()
  const begin = () => void navigate({ to: '/welcome' }).then(enter)
  // Whether the demo's door belongs here is known a moment later; drawn at once, the card would jump under her thumb.
  if (sandbox.isLoading) return null
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <Card className={joins ? 'w-full max-w-xl overflow-hidden' : 'w-full max-w-md animate-rise overflow-hidden'}>
        <div aria-hidden className="woven h-3" />
        <div className="grid gap-5 p-7">
          <Brand />
          <div className="grid gap-2">
            <h1 className="text-3xl font-bold">{joins ? t('accounts:joinTitle') : t('title')}</h1>
            <p className="text-ink-soft">{joins ? t('accounts:joinText') : t('text')}</p>
          </div>
          {joins ? <JoinForm onIn={begin} /> : <><SignInForm onIn={enter} /><PasskeyButton onIn={enter} /></>}
          <Button kind="bare" shape="wide" onClick={() => setJoins(!joins)}>{joins ? t('accounts:knowMe') : t('accounts:newHere')}</Button>
          {sandbox.data === undefined ? null : (
            <div className="grid gap-3 border-t border-line pt-5">
              <p className="text-ink-soft">{t('demo')}</p>
              <Button kind="quiet" asChild><Link to="/">{t('start')}</Link></Button>
            </div>
          )}
          <div className="flex flex-wrap gap-4 border-t border-line pt-5"><PreferenceChoices /></div>
        </div>
      </Card>
    </main>
  )
}
