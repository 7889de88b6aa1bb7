import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotes } from '@/api/notebook'
import type { CustomerProfile } from '@/api/types'
import { Button } from '@/components/button'
import { Card, CardHead } from '@/components/card'
import { NoteSlip } from '@/components/private-note'
import { TextArea } from '@/components/text-area'
import { useRefusal } from '@/components/use-refusal'

const LONGEST = 2000

/** What the shop remembers about her in its own words. */
export function NotesCard({ profile }: { profile: CustomerProfile }) {
  const { t } = useTranslation('notebook')
  const refusal = useRefusal()
  const [text, setText] = useState('')
  const notes = useNotes(profile.customer.id, () => setText(''))
  const keep = (event: SubmitEvent) => {
    event.preventDefault()
    if (text.trim() !== '') notes.write(text.trim())
  }
  return (
    <Card aria-labelledby="notes">
      <CardHead id="notes" title={t('notes')} hint={t('notesText')} />
      <div className="grid gap-3 px-5 pb-5">
        {profile.notes.length === 0 ? <p className="text-ink-soft">{t('noNotes')}</p> : (
          <ul className="grid gap-2">{profile.notes.map((note) => <li key={note.id}><NoteSlip note={note} onRemove={notes.remove} /></li>)}</ul>
        )}
        {profile.customer.forgotten ? null : (
          <form className="grid gap-2" onSubmit={keep}>
            <TextArea label={t('text')} rows={2} maxLength={LONGEST} value={text} onChange={(event) => setText(event.target.value)} />
            <Button type="submit" kind="quiet" disabled={notes.busy || text.trim() === ''}>{t('keep')}</Button>
          </form>
        )}
        {notes.wrong === null ? null : <p role="alert" className="text-sm text-berry-ink">{refusal(notes.wrong)}</p>}
      </div>
    </Card>
  )
}
