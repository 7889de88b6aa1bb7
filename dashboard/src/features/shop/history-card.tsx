import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { RecordHistory } from '@/components/record-history'
import { useRefusal } from '@/components/use-refusal'
import { useAskAgain } from './queries'

/** What happened to the shop's settings; a profile and limits that still stand can be taken back. */
export function ShopHistory() {
  const { t } = useTranslation('lists')
  const again = useAskAgain()
  const refusal = useRefusal()
  const history = api.useQuery('get', '/api/shop/history')
  const undo = api.useMutation('post', '/api/shop/undo', { onSettled: () => { void history.refetch(); again() } })
  return <RecordHistory title={t('history')} events={history.data ?? []} busy={undo.isPending} trouble={undo.isError ? refusal(undo.error) : null} onUndo={(position) => undo.mutate({ body: { position } })} />
}
