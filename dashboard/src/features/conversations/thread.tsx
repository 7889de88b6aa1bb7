import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChatMessage, PrivateNote } from '@/api/types'
import { NoteSlip } from '@/components/private-note'
import { dayKey, longDay } from '@/words/when'
import { Bubble } from './bubble'
import { ReasonsSheet } from './reasons-sheet'

/** The messages under the days they were written on. */
export function byDay(messages: readonly ChatMessage[]): { day: string; messages: ChatMessage[] }[] {
  const days: { day: string; messages: ChatMessage[] }[] = []
  for (const message of messages) {
    const day = dayKey(new Date(message.at))
    const last = days.at(-1)
    if (last?.day === day) last.messages.push(message)
    else days.push({ day, messages: [message] })
  }
  return days
}

/** The notes that were written between this message and the next one; those from before with the first. */
export function notesAfter(notes: readonly PrivateNote[], messages: readonly ChatMessage[], place: number): PrivateNote[] {
  const from = place === 0 ? '' : (messages[place]?.at ?? '')
  const next = messages[place + 1]?.at
  return notes.filter((note) => Date.parse(note.at) >= (from === '' ? 0 : Date.parse(from)) && (next === undefined || Date.parse(note.at) < Date.parse(next)))
}

type Props = { chat: string; messages: readonly ChatMessage[]; notes: readonly PrivateNote[]; onRemove: ((note: PrivateNote) => void) | null }

/** A chat, oldest message first, with the shop's own notes between the messages. */
export function Thread({ chat, messages, notes, onRemove }: Props) {
  const { i18n } = useTranslation()
  const [why, setWhy] = useState<string | null>(null)
  return (
    <>
    <ol className="grid gap-4">
      {byDay(messages).map(({ day, messages: said }) => (
        <li key={day}>
          <p className="mx-auto mb-3 w-fit rounded-full bg-surface px-3 py-1 text-xs font-semibold text-ink-soft shadow-card">{longDay(new Date(`${day}T12:00:00+03:00`), i18n.language)}</p>
          <ol className="grid gap-2">
            {said.map((message) => (
              <Fragment key={message.id}>
                <Bubble message={message} onWhy={setWhy} />
                {notesAfter(notes, messages, messages.indexOf(message)).map((note) => <li key={note.id} className="w-full max-w-md justify-self-center"><NoteSlip note={note} onRemove={onRemove} /></li>)}
              </Fragment>
            ))}
          </ol>
        </li>
      ))}
    </ol>
    {why === null ? null : <ReasonsSheet conversation={chat} reply={why} onClose={() => setWhy(null)} />}
    </>
  )
}
