import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/components/button'
import { Door } from '@/components/door'
import { Skeleton } from '@/components/skeleton'
import { ForgotForm } from '@/features/accounts/forgot-form'
import { PasskeyButton } from '@/features/accounts/passkey-button'
import { SignInForm } from '@/features/accounts/sign-in-form'
import { demoBoutiques } from '@/features/start/queries'
import { PreferenceChoices } from './preference-choices'

// Who comes every day need not wait for what opens a boutique.
const JoinForm = lazy(() => import('@/features/accounts/join-form'))

/** The front door: sign in, or open a boutique. In the demo the start page is a door as well. */
export default function SignIn() {
  const { t } = useTranslation(['signIn', 'accounts', 'account'])
  const sandbox = useQuery(demoBoutiques)
  const queries = useQueryClient()
  const [at, setAt] = useState<'sign-in' | 'join' | 'forgot'>('sign-in')
  const navigate = useNavigate()
  const enter = () => void queries.resetQueries()
  const begin = () => void navigate({ to: '/welcome' }).then(enter)
  // Whether the demo's door belongs here is known a moment later; drawn at once, the card would jump under her thumb.
  if (sandbox.isLoading) return null
  const doors = {
    'sign-in': { title: t('title'), text: t('text'), form: <><SignInForm onIn={enter} /><PasskeyButton onIn={enter} /></> },
    join: { title: t('accounts:joinTitle'), text: t('accounts:joinText'), form: <Suspense fallback={<Skeleton className="h-96" />}><JoinForm onIn={begin} /></Suspense> },
    forgot: { title: t('account:forgotTitle'), text: t('account:forgotText'), form: <ForgotForm /> },
  }
  const { title, text, form } = doors[at]
  return (
    <Door title={title} text={text} wide={at === 'join'}>
      {form}
      {at === 'sign-in' ? <Button kind="bare" shape="wide" onClick={() => setAt('forgot')}>{t('account:forgot')}</Button> : null}
      {at === 'sign-in' ? <Button kind="bare" shape="wide" onClick={() => setAt('join')}>{t('accounts:newHere')}</Button> : null}
      {at === 'join' ? <Button kind="bare" shape="wide" onClick={() => setAt('sign-in')}>{t('accounts:knowMe')}</Button> : null}
      {at === 'forgot' ? <Button kind="bare" shape="wide" onClick={() => setAt('sign-in')}>{t('account:back')}</Button> : null}
      {sandbox.data === undefined ? null : (
        <div className="grid gap-3 border-t border-line pt-5">
          <p className="text-ink-soft">{t('demo')}</p>
          <Button kind="quiet" asChild><Link to="/">{t('start')}</Link></Button>
        </div>
      )}
      <div className="flex flex-wrap gap-4 border-t border-line pt-5"><PreferenceChoices /></div>
    </Door>
  )
}
