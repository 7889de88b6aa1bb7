import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { useReason } from '@/components/use-code-word'
import { Refusal } from './refusal'

const LOOK_EVERY = 1500

/** Tries a till: a shilling from the owner's own phone to her own account. */
export function TillTrial({ neighbour }: { neighbour: string }) {
  const { t } = useTranslation('shop')
  const reason = useReason()
  const trial = api.useMutation('post', '/api/connections/{neighbour}/prompt')
  const path = { neighbour, checkout: trial.data?.checkout ?? '' }
  const outcome = api.useQuery('get', '/api/connections/{neighbour}/prompt/{checkout}', { params: { path } }, {
    enabled: trial.isSuccess,
    retry: false,
    refetchInterval: (query) => (query.state.data?.state === 'succeeded' || query.state.data?.state === 'failed' ? false : LOOK_EVERY),
  })
  const state = outcome.data?.state
  return (
    <div className="grid gap-2 border-t border-line pt-3">
      <div className="flex flex-wrap items-center gap-3">
        <p className="min-w-0 flex-1 basis-48 text-sm text-ink-soft">{t('tryText')}</p>
        <Button kind="quiet" disabled={trial.isPending} onClick={() => trial.mutate({ params: { path: { neighbour } } })}>{t('tryTill')}</Button>
      </div>
      <Refusal error={trial.error ?? outcome.error} />
      {trial.data?.page ? <a className="font-semibold text-clay-ink underline" href={trial.data.page} target="_blank" rel="noreferrer">{t('openPage')}</a> : null}
      {trial.isSuccess && state !== 'succeeded' && state !== 'failed' ? <p role="status" className="text-sm font-semibold">{t('ringing')}</p> : null}
      {state === 'succeeded' ? <Notice well>{t('came')}</Notice> : null}
      {state === 'failed' ? <Notice>{t('notCame', { why: reason(outcome.data?.code, outcome.data?.says) ?? '' })}</Notice> : null}
    </div>
  )
}
