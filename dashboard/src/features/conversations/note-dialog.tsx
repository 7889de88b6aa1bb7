import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotes } from '@/api/notebook'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { TextArea } from '@/components/text-area'
import { useRefusal } from '@/components/use-refusal'

const LONGEST = 2000

/** Something to remember about her, kept between the messages and never sent. */
export function NoteDialog({ customer, onClose }: { customer: string; onClose: () => void }) {
  const { t } = useTranslation(['notebook', 'frame'])
  const refusal = useRefusal()
  const [text, setText] = useState('')
  const notes = useNotes(customer, onClose)
  const keep = (event: SubmitEvent) => {
    event.preventDefault()
    if (text.trim() !== '') notes.write(text.trim())
  }
  return (
    <Dialog open onOpenChange={(next) => (next ? undefined : onClose())} title={t('note')} text={t('notesText')}>
      <form className="grid gap-3" onSubmit={keep}>
        <TextArea label={t('text')} rows={4} maxLength={LONGEST} value={text} onChange={(event) => setText(event.target.value)} />
        {notes.wrong === null ? null : <p role="alert" className="text-sm text-berry-ink">{refusal(notes.wrong)}</p>}
        <div className="flex flex-wrap justify-end gap-2">
          <Button kind="bare" onClick={onClose}>{t('frame:close')}</Button>
          <Button type="submit" disabled={notes.busy || text.trim() === ''}>{t('keep')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
