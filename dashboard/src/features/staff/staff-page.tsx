import { useQueryClient } from '@tanstack/react-query'
import { UserPlus, UsersRound } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Dialog } from '@/components/dialog'
import { Empty } from '@/components/empty'
import { PageHead } from '@/components/page-head'
import { Skeletons } from '@/components/skeleton'
import { Moment } from '@/components/time'
import { Trouble } from '@/components/trouble'
import { useRefusal } from '@/components/use-refusal'
import { InviteDialog } from './invite-dialog'
import { NewLink } from './new-link-dialog'
import { ReadsCard } from './reads-card'

/** Who may enter the boutique; its owner lets them in and sends them away. */
export function StaffPage() {
  const { t } = useTranslation('staff')
  const queries = useQueryClient()
  const staff = api.useQuery('get', '/api/staff')
  const [inviting, setInviting] = useState(false)
  const again = () => void queries.invalidateQueries({ queryKey: ['get', '/api/staff'] })
  const alone = staff.data !== undefined && staff.data.length <= 1
  const head = <PageHead title={t('title')} hint={t('text')}>{alone ? null : <Button onClick={() => setInviting(true)}><UserPlus aria-hidden />{t('invite')}</Button>}</PageHead>
  if (staff.isPending) return <>{head}<Skeletons count={3} className="grid gap-3" each="h-20" /></>
  if (staff.data === undefined) return <>{head}<Trouble onRetry={() => void staff.refetch()} /></>
  return (
    <>
      {head}
      <ul className="grid gap-3">{staff.data.map((one) => <li key={one.person}><Colleague one={one} onGone={again} /></li>)}</ul>
      {alone ? <Alone onInvite={() => setInviting(true)} /> : null}
      <ReadsCard />
      <InviteDialog open={inviting} onClose={() => { setInviting(false); again() }} />
    </>
  )
}

/** Nobody helps her yet: whom she may let in, and what each could do for her. */
function Alone({ onInvite }: { onInvite: () => void }) {
  const { t } = useTranslation('staff')
  return (
    <Empty icon={<UsersRound />} title={t('alone')} text={t('aloneText')}>
      <Button onClick={onInvite}><UserPlus aria-hidden />{t('aloneGo')}</Button>
    </Empty>
  )
}

type Row = { person: string; name: string; email: string; role: 'owner' | 'staff' | 'auditor'; since: string; until?: string | null }

function Colleague({ one, onGone }: { one: Row; onGone: () => void }) {
  const { t } = useTranslation(['staff', 'frame'])
  const [asking, setAsking] = useState(false)
  const refusal = useRefusal()
  const dismiss = api.useMutation('delete', '/api/staff/{person}', { onSuccess: onGone, onSettled: () => setAsking(false) })
  return (
    <Card className="flex flex-wrap items-center justify-between gap-3 p-5">
      <div className="min-w-0">
        <p className="font-display text-lg font-semibold">{one.name}</p>
        <p className="text-ink-soft"><span className="break-all">{one.email}</span> · {t(`role.${one.role}`)}{one.until ? <> · {t('until')} <Moment at={one.until} /></> : null}</p>
        {dismiss.isError ? <p role="alert" className="mt-1 text-berry-ink">{refusal(dismiss.error)}</p> : null}
      </div>
      <div className="flex flex-wrap gap-2">
        <NewLink person={one.person} name={one.name} />
        <Button kind="danger" onClick={() => setAsking(true)}>{t('dismiss')}</Button>
      </div>
      <Dialog open={asking} onOpenChange={setAsking} title={t('dismissTitle', { name: one.name })} text={t('dismissText')}>
        <div className="flex flex-wrap justify-end gap-2">
          <Button kind="quiet" onClick={() => setAsking(false)}>{t('frame:close')}</Button>
          <Button kind="danger" disabled={dismiss.isPending} onClick={() => dismiss.mutate({ params: { path: { person: one.person } } })}>{t('dismiss')}</Button>
        </div>
      </Dialog>
    </Card>
  )
}
