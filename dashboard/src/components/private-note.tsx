import { Lock, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PrivateNote } from '@/api/types'
import { Button } from './button'
import { classes } from './classes'
import { Moment } from './time'

type Props = { note: PrivateNote; onRemove: ((note: PrivateNote) => void) | null; className?: string }

/** A note that only the shop sees: never a bubble, so that nobody takes it for something that was sent. */
export function NoteSlip({ note, onRemove, className }: Props) {
  const { t } = useTranslation('notebook')
  return (
    <div className={classes('flex items-start gap-2 rounded-xl border border-dashed border-gold/60 bg-gold-soft px-3 py-2 text-gold-ink', className)}>
      <Lock aria-hidden className="mt-1 size-4 shrink-0" />
      <div className="min-w-0 flex-1">
        <p className="text-xs font-bold">{t('note')}</p>
        <p className="break-words whitespace-pre-wrap text-ink">{note.text ?? '–'}</p>
        <p className="figures text-xs">{note.by === null ? null : <>{note.by} · </>}<Moment at={note.at} /></p>
      </div>
      {onRemove === null ? null : <Button kind="bare" shape="round" className="-my-1 -mr-2" aria-label={t('remove')} title={t('remove')} onClick={() => onRemove(note)}><Trash2 aria-hidden /></Button>}
    </div>
  )
}
