import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Bot, DoorOpen, HandCoins, KeyRound, LogOut, ReceiptText, Settings2, Smartphone, Store, Users, UsersRound } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useTranslation } from 'react-i18next'
import { client } from '@/api/client'
import type { Me } from '@/api/types'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { unsubscribe } from '@/features/accounts/alerts'
import { demoBoutiques } from '@/features/start/queries'
import { LOOKS, prefer } from './preferences'
import { usePreferences } from './use-preferences'

/** Language and look: a person's own choice, kept in her browser. */
export function PreferenceChoices() {
  const { t } = useTranslation()
  const { language, look } = usePreferences()
  const languages = [{ value: 'en', label: 'English' }, { value: 'sw', label: 'Kiswahili' }] as const
  const looks = LOOKS.map((value) => ({ value, label: t(value) }))
  return (
    <>
      <div className="grid gap-1.5">
        <p className="text-sm font-semibold">{t('language')}</p>
        <Choice label={t('language')} value={language} options={languages} onChange={(next) => prefer({ language: next })} />
      </div>
      <div className="grid gap-1.5">
        <p className="text-sm font-semibold">{t('look')}</p>
        <Choice label={t('look')} value={look} options={looks} onChange={(next) => prefer({ look: next })} />
      </div>
    </>
  )
}

/** Everything a person sets rarely, behind one button. */
export function Settings({ side, role }: { side: 'top' | 'bottom'; role: Me['role'] }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const sandbox = useQuery(demoBoutiques)
  const leave = useMutation({
    mutationFn: async () => {
      await unsubscribe().catch(() => null)
      return client.POST('/api/sign-out')
    },
    onSuccess: async () => {
      queries.removeQueries({ type: 'inactive' })
      await queries.resetQueries()
    },
  })
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <Button kind="bare" shape="round" aria-label={t('settings')}><Settings2 /></Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content side={side} align="end" sideOffset={8} collisionPadding={12} className="z-50 grid w-max animate-fade justify-items-start gap-4 rounded-3xl border border-line bg-surface p-5 shadow-lift">
          <PreferenceChoices />
          {sandbox.data === undefined ? null : (
            <div className="grid w-full gap-1 border-t border-line pt-3">
              <Button kind="bare" className="justify-start px-3" asChild><Link to="/"><Store aria-hidden />{t('demo')}</Link></Button>
              <Button kind="bare" className="justify-start px-3" asChild><a href="/phones"><Smartphone aria-hidden />{t('phones')}</a></Button>
            </div>
          )}
          <Button kind="bare" className="justify-start px-3" asChild><Link to="/money"><HandCoins aria-hidden />{t('money')}</Link></Button>
          <Button kind="bare" className="justify-start px-3 lg:hidden" asChild><Link to="/customers"><UsersRound aria-hidden />{t('customers', { ns: 'nav' })}</Link></Button>
          <Button kind="bare" className="justify-start px-3" asChild><Link to="/account"><KeyRound aria-hidden />{t('title', { ns: 'account' })}</Link></Button>
          {role === 'owner' ? <OwnersPlaces /> : null}
          <Button kind="quiet" shape="wide" disabled={leave.isPending} onClick={() => leave.mutate()}><LogOut aria-hidden />{t('signOut')}</Button>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** Where an owner decides about her shop. */
function OwnersPlaces() {
  const { t } = useTranslation(['frame', 'shop', 'subscription'])
  return (
    <div className="grid w-full gap-1 border-t border-line pt-3">
      <Button kind="bare" className="justify-start px-3" asChild><Link to="/shop"><DoorOpen aria-hidden />{t('shop:settings')}</Link></Button>
      <Button kind="bare" className="justify-start px-3" asChild><Link to="/agent"><Bot aria-hidden />{t('shop:agent')}</Link></Button>
      <Button kind="bare" className="justify-start px-3" asChild><Link to="/staff"><Users aria-hidden />{t('staff')}</Link></Button>
      <Button kind="bare" className="justify-start px-3" asChild><Link to="/subscription"><ReceiptText aria-hidden />{t('subscription:title')}</Link></Button>
    </div>
  )
}
