import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Card } from '@/components/card'
import { Moment } from '@/components/time'
import { factTitle } from '@/words/facts'

/** What happened to the piece and its stock, the latest first; asked for when it is unfolded. */
export function HistoryCard({ product }: { product: string }) {
  const { t, i18n } = useTranslation(['catalogue', 'history'])
  const history = api.useQuery('get', '/api/products/{product}/history', { params: { path: { product } } })
  return (
    <Card>
      <details>
        <summary className="flex min-h-14 cursor-pointer items-center px-5 font-display text-lg font-semibold">{t('history')}</summary>
        <ol className="px-5 pb-4">
          {(history.data ?? []).map((event, place) => (
            <li key={place} className="flex flex-wrap items-baseline gap-x-3 border-t border-line py-2 first:border-0">
              <span className="font-semibold">{factTitle(event.topic, event.title, i18n.language)}{event.size === null ? '' : `, ${event.size}`}</span>
              {event.detail === null ? null : <span className="figures text-ink-soft">{event.detail}</span>}
              <span className="figures ml-auto text-sm text-ink-soft">{t(`history:actor.${event.actor}`)} · <Moment at={event.at} /></span>
            </li>
          ))}
        </ol>
      </details>
    </Card>
  )
}
