import { ShieldAlert, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Card, CardHead } from '@/components/card'
import { Chip } from '@/components/chip'
import { Choice } from '@/components/choice'
import { Skeletons } from '@/components/skeleton'
import { Trouble } from '@/components/trouble'
import { FactEntry } from './fact-entry'
import { isTalk } from './streams'

/** Every fact of the order's life as a timeline, with the proof that none was changed. */
export function HistoryCard({ order }: { order: string }) {
  const { t } = useTranslation('history')
  const history = api.useQuery('get', '/api/orders/{order}/history', { params: { path: { order } } })
  const [shown, setShown] = useState<'all' | 'shop'>('all')
  const options = [{ value: 'all', label: t('all') }, { value: 'shop', label: t('shop') }] as const
  const entries = (history.data?.entries ?? []).filter((entry) => shown === 'all' || !isTalk(entry.stream))
  return (
    <Card aria-labelledby="history">
      <CardHead id="history" title={t('title')} hint={t('text')}>
        {history.data === undefined ? null : <Chain verified={history.data.chain_verified} to={history.data.verified_to} />}
      </CardHead>
      {history.isPending ? <Skeletons count={4} className="grid gap-3 px-5 pb-5" each="h-12" /> : null}
      {history.isError && history.data === undefined ? <Trouble onRetry={() => void history.refetch()} /> : null}
      <div className="px-5 pb-3"><Choice label={t('shown')} value={shown} options={options} onChange={setShown} /></div>
      <ol className="px-5 pb-4">
        {entries.map((entry, index, all) => <FactEntry key={entry.position} entry={entry} before={all[index - 1]} last={index === all.length - 1} />)}
      </ol>
    </Card>
  )
}

function Chain({ verified, to }: { verified: boolean; to: number }) {
  const { t } = useTranslation('history')
  if (!verified) return <Chip tone="berry"><ShieldAlert aria-hidden />{t('broken')}</Chip>
  return <Chip tone="leaf" className="figures"><ShieldCheck aria-hidden />{t('verified', { position: to })}</Chip>
}
