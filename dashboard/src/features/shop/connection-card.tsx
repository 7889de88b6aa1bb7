import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Button } from '@/components/button'
import { Chip } from '@/components/chip'
import { Dialog } from '@/components/dialog'
import { calledSo } from '@/words/sayings'
import { useAskAgain, type Connection } from './queries'
import { Refusal } from './refusal'
import { Says } from './says'
import { TillTrial } from './till-trial'

const TILLS = new Set(['mpesa', 'paylink', 'airtel', 'paystack'])

/** One number or till: how it is right now, and what can be done about it. */
export function ConnectionCard({ row }: { row: Connection }) {
  const { t } = useTranslation('shop')
  const path = { neighbour: row.neighbour, account: row.account }
  const health = api.useQuery('get', '/api/connections/{neighbour}/{account}/health', { params: { path } }, { staleTime: 60_000, retry: false })
  const well = health.data?.verdict === 'works'
  const name = calledSo(row.neighbour)
  const shown = row.shown === 'own' ? name : row.shown
  return (
    <div className="grid gap-3 rounded-2xl border border-line p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="figures min-w-0 flex-1 basis-48 font-display text-lg font-semibold break-all">{shown}</p>
        <Chip>{name}</Chip>
        {health.isFetching ? <Chip>{t('looking')}</Chip> : health.data ? <Chip tone={well ? 'leaf' : 'berry'}>{well ? t('works') : t('broken')}</Chip> : null}
      </div>
      {health.data ? <p className="text-sm text-ink-soft"><Says said={health.data.said} /></p> : null}
      <Refusal error={health.error} />
      <div className="flex flex-wrap gap-2">
        <Button kind="quiet" disabled={health.isFetching} onClick={() => void health.refetch()}>{t('lookAgain')}</Button>
        <Disconnect path={path} shown={shown} />
      </div>
      {TILLS.has(row.neighbour) ? <TillTrial neighbour={row.neighbour} /> : null}
    </div>
  )
}

function Disconnect({ path, shown }: { path: { neighbour: string; account: string }; shown: string }) {
  const { t } = useTranslation(['shop', 'frame'])
  const [asking, setAsking] = useState(false)
  const again = useAskAgain()
  const leave = api.useMutation('delete', '/api/connections/{neighbour}/{account}', { onSuccess: again, onSettled: () => setAsking(false) })
  return (
    <>
      <Button kind="danger" onClick={() => setAsking(true)}>{t('disconnect')}</Button>
      <Dialog open={asking} onOpenChange={setAsking} title={t('disconnectTitle', { what: shown })} text={t('disconnectText')}>
        <div className="flex flex-wrap justify-end gap-2">
          <Button kind="quiet" onClick={() => setAsking(false)}>{t('frame:close')}</Button>
          <Button kind="danger" disabled={leave.isPending} onClick={() => leave.mutate({ params: { path } })}>{t('disconnect')}</Button>
        </div>
      </Dialog>
      <Refusal error={leave.error} />
    </>
  )
}
