import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChatMessage } from '@/api/types'
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

/** A chat, oldest message first. */
export function Thread({ chat, messages }: { chat: string; messages: readonly ChatMessage[] }) {
  const { i18n } = useTranslation()
  const [why, setWhy] = useState<string | null>(null)
  return (
    <>
    <ol className="grid gap-4">
      {byDay(messages).map(({ day, messages: said }) => (
        <li key={day}>
          <p className="mx-auto mb-3 w-fit rounded-full bg-surface px-3 py-1 text-xs font-semibold text-ink-soft shadow-card">{longDay(new Date(`${day}T12:00:00+03:00`), i18n.language)}</p>
          <ol className="grid gap-2">{said.map((message) => <Bubble key={message.id} message={message} onWhy={setWhy} />)}</ol>
        </li>
      ))}
    </ol>
    {why === null ? null : <ReasonsSheet conversation={chat} reply={why} onClose={() => setWhy(null)} />}
    </>
  )
}
