import { Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { components } from '@/api/schema'
import { factWords } from '@/words/facts'
import { Button } from './button'
import { Card } from './card'
import { Summary } from './summary'
import { Moment } from './time'

type Happened = components['schemas']['RecordEvent'] & { size?: string | null }
type Props = { title: string; events: readonly Happened[]; busy?: boolean; trouble?: string | null; onUndo?: (position: number) => void }

/** What happened to a record, the latest first, unfolded when it is asked for; what still stands can be taken back. */
export function RecordHistory({ title, events, busy = false, trouble = null, onUndo }: Props) {
  const { t, i18n } = useTranslation(['lists', 'history'])
  return (
    <Card>
      <details className="group">
        <Summary className="min-h-14 px-5 font-display text-lg">{title}</Summary>
        {trouble === null ? null : <p role="alert" className="px-5 pb-2 text-berry-ink">{trouble}</p>}
        <ol className="px-5 pb-4">
          {events.map((event) => {
            const { title, detail } = factWords(event.topic, event.values, i18n.language)
            const what = event.size == null ? title : `${title}, ${event.size}`
            return (
              <li key={event.position} className="flex items-center gap-3 border-t border-line py-2 first:border-0">
                <span className="grid min-w-0 flex-1">
                  <span className="font-semibold break-words">{what}{detail === null ? null : <span className="figures font-normal text-ink-soft"> {detail}</span>}</span>
                  <span className="figures text-sm text-ink-soft">{t(`history:actor.${event.actor}`)} · <Moment at={event.at} /></span>
                </span>
                {event.can_undo && onUndo !== undefined ? <Button kind="bare" disabled={busy} onClick={() => onUndo(event.position)}><Undo2 aria-hidden /><span aria-hidden>{t('undo')}</span><span className="sr-only">{t('takeBack', { what })}</span></Button> : null}
              </li>
            )
          })}
        </ol>
      </details>
    </Card>
  )
}
