import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, Outlet } from '@tanstack/react-router'
import { LogOut, Settings2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api, client } from '@/api/client'
import { isSignedOut } from '@/api/problem'
import { OfflineBanner } from './online'
import { PreferenceChoices } from './preference-choices'
import { Behind } from '@/components/behind'
import { Brand } from '@/components/brand'
import { Button } from '@/components/button'
import { Skeletons } from '@/components/skeleton'
import { Trouble } from '@/components/trouble'
import { OperatorSignIn } from './operator-sign-in'

/** The frame around the platform's screens; without an operator's session it asks to sign in. */
export function OperatorFrame() {
  const { t } = useTranslation(['platform', 'nav'])
  const me = api.useQuery('get', '/api/platform/me')
  if (me.isPending) return <Skeletons count={4} className="mx-auto grid max-w-3xl gap-4 p-6" each="h-24" />
  if (isSignedOut(me.error)) return <OperatorSignIn />
  if (me.data === undefined) return <Trouble onRetry={() => void me.refetch()} />
  return (
    <div className="min-h-dvh">
      <a href="#content" className="sr-only z-50 rounded-full bg-clay px-4 py-2 text-on-clay focus:not-sr-only focus:fixed focus:top-2 focus:left-2">{t('nav:skip')}</a>
      <header className="sticky top-0 z-20 border-b border-line bg-surface">
        <div aria-hidden className="woven h-2" />
        <div className="mx-auto flex max-w-6xl items-center justify-between gap-3 px-4 py-1 sm:px-6 lg:px-10">
          <Link to="/platform" className="flex min-h-11 items-center"><Brand /></Link>
          <OperatorSettings email={me.data.email} />
        </div>
      </header>
      <OfflineBanner />
      <main id="content" tabIndex={-1} className="mx-auto max-w-6xl px-4 pt-5 pb-10 outline-none sm:px-6 lg:px-10 lg:pt-9"><Outlet /></main>
    </div>
  )
}

function OperatorSettings({ email }: { email: string }) {
  const { t } = useTranslation(['platform', 'frame'])
  const queries = useQueryClient()
  const leave = useMutation({
    mutationFn: () => client.POST('/api/platform/sign-out'),
    onSuccess: async () => {
      queries.removeQueries({ type: 'inactive' })
      await queries.resetQueries()
    },
  })
  return (
    <Behind label={t('frame:settings')} icon={<Settings2 />}>
      <p className="max-w-full truncate font-semibold">{email}</p>
      <PreferenceChoices />
      <Button kind="quiet" shape="wide" disabled={leave.isPending} onClick={() => leave.mutate()}><LogOut aria-hidden />{t('signOut')}</Button>
    </Behind>
  )
}
