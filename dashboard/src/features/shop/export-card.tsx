import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import type { Export } from '@/api/types'
import { Button } from '@/components/button'
import { Card, CardHead } from '@/components/card'
import { Notice } from '@/components/notice'
import { Moment } from '@/components/time'
import { Trouble } from '@/components/trouble'

const UNDER_WAY = new Set(['waiting', 'running'])
const LOOK_AGAIN_MS = 1_000

/** A copy of all that the boutique has, made in the background and fetched by its owner. */
export function ExportCard() {
  const { t } = useTranslation('exporting')
  const exports = api.useQuery('get', '/api/exports', {}, { refetchInterval: ({ state }) => (state.data?.some((one) => UNDER_WAY.has(one.state)) ? LOOK_AGAIN_MS : false) })
  const ask = api.useMutation('post', '/api/exports', { onSettled: () => exports.refetch() })
  const [newest] = exports.data ?? []
  const making = newest !== undefined && UNDER_WAY.has(newest.state)
  return (
    <Card>
      <CardHead title={t('title')} hint={t('text')} />
      <div className="grid gap-4 px-5 pb-5">
        {exports.isError ? <Trouble onRetry={() => void exports.refetch()} /> : null}
        {newest ? <Standing one={newest} /> : null}
        {ask.isError ? <Notice>{t('failed')}</Notice> : null}
        <Button kind="quiet" disabled={making || ask.isPending} onClick={() => ask.mutate({})}>{t('ask')}</Button>
      </div>
    </Card>
  )
}

function Standing({ one }: { one: Export }) {
  const { t } = useTranslation('exporting')
  if (one.state === 'failed') return <Notice>{t('failed')}</Notice>
  if (one.state === 'gone') return <p className="text-ink-soft">{t('gone')}</p>
  if (one.state !== 'ready') {
    return (
      <div className="grid gap-1.5">
        <p role="status">{t('making', { done: one.done, total: one.total })}</p>
        <progress className="h-3 w-full accent-clay" aria-label={t('title')} value={one.done} max={one.total} />
      </div>
    )
  }
  return (
    <div className="grid gap-2">
      <p className="text-ink-soft">{t('ready')} {one.expires ? <Moment at={one.expires} /> : null}</p>
      <Button asChild><a href={`/api/exports/${one.export}/file`} download><Download aria-hidden />{t('fetch', { size: Math.max(1, Math.round(one.size / 100_000) / 10) })}</a></Button>
    </div>
  )
}
