import { Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Moment } from '@/components/time'
import { factTitle } from '@/words/facts'
import { quietly, type Steps } from './product'

/** What happened to the piece and its stock, the latest first; what still stands can be taken back. */
export function HistoryCard({ product, steps }: { product: string; steps: Steps }) {
  const { t, i18n } = useTranslation(['catalogue', 'history'])
  const history = api.useQuery('get', '/api/products/{product}/history', { params: { path: { product } } })
  return (
    <Card>
      <details>
        <summary className="flex min-h-14 cursor-pointer items-center px-5 font-display text-lg font-semibold">{t('history')}</summary>
        <ol className="px-5 pb-4">
          {(history.data ?? []).map((event) => (
            <li key={event.position} className="flex min-h-11 flex-wrap items-center gap-x-3 border-t border-line py-2 first:border-0">
              <span className="font-semibold">{factTitle(event.topic, event.title, i18n.language)}{event.size === null ? '' : `, ${event.size}`}</span>
              {event.detail === null ? null : <span className="figures text-ink-soft">{event.detail}</span>}
              {event.can_undo ? <Button kind="bare" className="order-last" disabled={steps.busy} aria-label={t('takeBack', { what: factTitle(event.topic, event.title, i18n.language) })} onClick={() => quietly(steps.undo(event.position))}><Undo2 aria-hidden />{t('undo')}</Button> : null}
              <span className="figures ml-auto text-sm text-ink-soft">{t(`history:actor.${event.actor}`)} · <Moment at={event.at} /></span>
            </li>
          ))}
        </ol>
      </details>
    </Card>
  )
}
