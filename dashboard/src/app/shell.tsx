import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { Settings2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { isSignedOut } from '@/api/problem'
import type { Live } from '@/api/live'
import type { Me } from '@/api/types'
import { Behind } from '@/components/behind'
import { Brand, Mark } from '@/components/brand'
import { Skeletons } from '@/components/skeleton'
import { Trouble } from '@/components/trouble'
import { useWide } from '@/components/use-wide'
import { SearchBar, SearchDialog } from '@/features/search/search'
import { Freshness, useLive } from './live'
import { KeptSteps, OfflineBanner } from './online'
import { OpeningBanner } from './opening-banner'
import { AT_HAND, PLACES } from './places'
import { UnreadChats } from './unread-chats'

const Settings = lazy(() => import('./settings'))
const SignIn = lazy(() => import('./sign-in'))

/** The frame around every screen of one boutique; without a session it asks to sign in. */
export function Shell() {
  // Whether she is signed in was asked before this was drawn.
  const me = api.useQuery('get', '/api/me', undefined, { retryOnMount: false })
  if (me.isPending) return <Opening />
  if (isSignedOut(me.error)) return <Suspense fallback={<Opening />}><SignIn /></Suspense>
  if (me.data === undefined) return <Trouble onRetry={() => void me.refetch()} />
  return <Frame me={me.data} />
}

const Opening = () => <Skeletons count={4} className="mx-auto grid max-w-3xl gap-4 p-6" each="h-24" />

function Frame({ me }: { me: Me }) {
  const { t } = useTranslation('nav')
  const live = useLive()
  const wide = useWide()
  const [searching, setSearching] = useState(false)
  const search = () => setSearching(true)
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15.5rem_minmax(0,1fr)]">
      <a href="#content" className="sr-only z-50 rounded-full bg-clay px-4 py-2 text-on-clay focus:not-sr-only focus:fixed focus:top-2 focus:left-2">{t('skip')}</a>
      {wide ? <Aside me={me} live={live} onSearch={search} /> : null}
      <div className="min-w-0 pb-24 lg:pb-0">
        {wide ? null : <TopBar me={me} live={live} onSearch={search} />}
        <OfflineBanner />
        <KeptSteps />
        <main id="content" tabIndex={-1} className="mx-auto max-w-6xl px-4 pt-5 pb-8 outline-none sm:px-6 lg:px-10 lg:pt-9">
          {me.role === 'owner' ? <OpeningBanner /> : null}
          <Outlet />
        </main>
      </div>
      {wide ? null : <TabBar />}
      <SearchDialog open={searching} onOpenChange={setSearching} />
    </div>
  )
}

/** What a person sets rarely, behind one button. Once she has gone somewhere it is out of her way. */
function Rarely({ side, role }: { side: 'top' | 'bottom'; role: Me['role'] }) {
  const { t } = useTranslation()
  const place = useRouterState({ select: (state) => state.location.pathname })
  return <Behind key={place} label={t('settings')} icon={<Settings2 />} side={side}><Settings role={role} /></Behind>
}

type BarProps = { me: Me; live: Live; onSearch: () => void }

function Aside({ me, live, onSearch }: BarProps) {
  const { t } = useTranslation('nav')
  return (
    <aside className="sticky top-0 flex h-dvh flex-col border-r border-line bg-surface">
      <div aria-hidden className="woven h-3" />
      <Brand className="px-5 pt-6" />
      <div className="mx-5 mt-5 border-t border-line pt-4">
        <p className="font-display text-lg leading-tight font-semibold">{me.boutique.name}</p>
        <p className="text-sm text-ink-soft">{me.boutique.town}</p>
      </div>
      <div className="mx-3 mt-4"><SearchBar onOpen={onSearch} /></div>
      <nav aria-label={t('label')} className="mt-3 grid gap-1 px-3">
        {PLACES.map(({ to, word, icon: Icon }) => (
          <Link key={to} to={to} className="flex min-h-11 items-center gap-3 rounded-2xl px-3 font-semibold text-ink-soft transition-colors hover:bg-sunken hover:text-ink aria-[current=page]:bg-clay-soft aria-[current=page]:text-clay-ink">
            <Icon aria-hidden className="size-5" />{t(word)}{word === 'conversations' ? <UnreadChats className="ml-auto" /> : null}
          </Link>
        ))}
      </nav>
      <div className="mt-auto flex items-center justify-between gap-2 border-t border-line p-4">
        <Freshness live={live} />
        <Rarely side="top" role={me.role} />
      </div>
    </aside>
  )
}

function TopBar({ me, live, onSearch }: BarProps) {
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-surface/95 backdrop-blur">
      <div aria-hidden className="woven h-2" />
      <div className="flex items-center gap-3 py-1 pr-2 pl-4">
        <Mark />
        <p className="min-w-0 flex-1 truncate font-display text-lg font-semibold">{me.boutique.name}</p>
        <Freshness live={live} brief />
        <Rarely side="bottom" role={me.role} />
      </div>
      <div className="px-4 pb-2"><SearchBar onOpen={onSearch} /></div>
    </header>
  )
}

function TabBar() {
  const { t } = useTranslation('nav')
  return (
    <nav aria-label={t('label')} className="fixed inset-x-0 bottom-0 z-30 grid grid-cols-5 border-t border-line bg-surface/95 px-1 pb-[env(safe-area-inset-bottom)] backdrop-blur">
      {AT_HAND.map(({ to, word, icon: Icon }) => (
        <Link key={to} to={to} className="group grid min-h-15 content-center justify-items-center gap-0.5 text-xs font-semibold text-ink-soft aria-[current=page]:text-clay-ink">
          <span className="rounded-full px-4 py-0.5 transition-colors group-aria-[current=page]:bg-clay-soft relative"><Icon aria-hidden className="size-5.5" />{word === 'conversations' ? <UnreadChats className="absolute -top-1 right-0" /> : null}</span>
          {t(word)}
        </Link>
      ))}
    </nav>
  )
}
