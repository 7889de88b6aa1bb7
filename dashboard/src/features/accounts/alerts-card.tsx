import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { BellOff, BellRing } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import type { Alerts } from '@/api/types'
import { Button } from '@/components/button'
import { Card, CardHead } from '@/components/card'
import { Notice } from '@/components/notice'
import { Skeletons } from '@/components/skeleton'
import { Trouble } from '@/components/trouble'
import type { Language } from '@/words/languages'
import { whyOf } from './why'
import { isAmong, knowsAlerts, NotAllowed, subscribe, unsubscribe } from './alerts'

const KINDS = ['order-paid', 'chat-waits', 'payment-problem', 'invoice'] as const

/** What buzzes her phone while the page is closed, and how much a locked screen shows. */
export function AlertsCard() {
  const { t } = useTranslation('account')
  const alerts = api.useQuery('get', '/api/alerts')
  return (
    <Card>
      <CardHead title={t('alerts')} hint={t('alertsText')} />
      <div className="grid gap-4 px-5 pb-5">
        {alerts.isPending ? <Skeletons count={1} className="grid" each="h-24" /> : null}
        {alerts.isError ? <NotHad error={alerts.error} onRetry={() => void alerts.refetch()} /> : null}
        {alerts.data ? <Choices alerts={alerts.data} /> : null}
        {alerts.data ? <ThisDevice alerts={alerts.data} /> : null}
      </div>
    </Card>
  )
}

/** In the demo there is nobody in particular whom alerts could find, which is told and is no trouble. */
function NotHad({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('accounts')
  const why = whyOf(error)
  return why === 'nobody-in-particular' ? <p className="text-ink-soft">{t(`why.${why}`)}</p> : <Trouble onRetry={onRetry} />
}

function Choices({ alerts }: { alerts: Alerts }) {
  const { t } = useTranslation('account')
  const again = useAgain()
  const choose = api.useMutation('put', '/api/alerts', { onSettled: again })
  const now = choose.isPending ? choose.variables.body : alerts
  const want = (kind: (typeof KINDS)[number], wanted: boolean) => {
    const kinds = KINDS.filter((each) => (each === kind ? wanted : now.kinds.includes(each)))
    choose.mutate({ body: { kinds, private: now.private } })
  }
  return (
    <fieldset className="grid gap-1" disabled={choose.isPending}>
      <legend className="sr-only">{t('alerts')}</legend>
      {KINDS.map((kind) => <Tick key={kind} label={t(`alert.${kind}`)} ticked={now.kinds.includes(kind)} onTick={(wanted) => want(kind, wanted)} />)}
      <Tick label={t('showWords')} ticked={!now.private} onTick={(shown) => choose.mutate({ body: { kinds: now.kinds, private: !shown } })} />
      {choose.isError ? <Notice>{t('alertsFailed')}</Notice> : null}
    </fieldset>
  )
}

function Tick({ label, ticked, onTick }: { label: string; ticked: boolean; onTick: (ticked: boolean) => void }) {
  return (
    <label className="flex min-h-11 items-center gap-3">
      <input type="checkbox" className="size-11 shrink-0 scale-50 accent-clay" checked={ticked} onChange={(event) => onTick(event.target.checked)} />
      {label}
    </label>
  )
}

function ThisDevice({ alerts }: { alerts: Alerts }) {
  const { t, i18n } = useTranslation('account')
  const again = useAgain()
  const here = useQuery({ queryKey: ['this-device', alerts.devices], queryFn: () => isAmong(alerts.devices) })
  const on = useMutation({ mutationFn: () => subscribe(alerts.public_key, i18n.language as Language), onSettled: again })
  const off = useMutation({ mutationFn: unsubscribe, onSettled: again })
  if (!knowsAlerts()) return <p className="text-ink-soft">{t('noAlerts')}</p>
  return (
    <>
      {on.isError ? <Notice>{on.error instanceof NotAllowed ? t('notAllowed') : t('alertsFailed')}</Notice> : null}
      {here.data
        ? <Button kind="quiet" disabled={off.isPending} onClick={() => off.mutate()}><BellOff aria-hidden />{t('buzzNoMore')}</Button>
        : <Button disabled={on.isPending} onClick={() => on.mutate()}><BellRing aria-hidden />{t('buzzHere')}</Button>}
    </>
  )
}

function useAgain() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['get', '/api/alerts'] })
}
