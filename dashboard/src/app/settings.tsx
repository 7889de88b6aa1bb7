import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Bot, DoorOpen, HandCoins, KeyRound, LogOut, ReceiptText, Smartphone, Store, Users, UsersRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { client } from '@/api/client'
import type { Me } from '@/api/types'
import { Button } from '@/components/button'
import { unsubscribe } from '@/features/accounts/alerts'
import { dropCount } from '@/features/products/count-drawer'
import { demoBoutiques } from '@/features/start/queries'
import { PreferenceChoices } from './preference-choices'

/** Everything a person sets rarely. */
export default function Settings({ role }: { role: Me['role'] }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const sandbox = useQuery(demoBoutiques)
  const leave = useMutation({
    mutationFn: async () => {
      await unsubscribe().catch(() => null)
      return client.POST('/api/sign-out')
    },
    onSuccess: async () => {
      dropCount()
      queries.removeQueries({ type: 'inactive' })
      await queries.resetQueries()
    },
  })
  return (
    <>
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
    </>
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
