import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { RecordHistory } from '@/components/record-history'
import { quietly, type Steps } from './product'

/** What happened to the piece and its stock, and what of it can be taken back. */
export function HistoryCard({ product, steps }: { product: string; steps: Steps }) {
  const { t } = useTranslation('catalogue')
  const history = api.useQuery('get', '/api/products/{product}/history', { params: { path: { product } } })
  return <RecordHistory title={t('history')} events={history.data ?? []} busy={steps.busy} onUndo={(position) => quietly(steps.undo(position))} />
}
