import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import type { Voice } from './queries'
import { Refusal } from './refusal'

const MOST = 20

/** A chat with the agent as it would speak: nothing is sent, and nothing kept. */
export function Rehearsal({ voice }: { voice: () => Voice }) {
  const { t } = useTranslation('shop')
  const [lines, setLines] = useState<string[]>([])
  const [text, setText] = useState('')
  const play = api.useMutation('post', '/api/agent/rehearsal')
  const say = (line: string) => {
    const said = [...lines, line].slice(-MOST)
    setLines(said)
    setText('')
    play.mutate({ body: { voice: voice(), lines: said } })
  }
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    if (text.trim() !== '') say(text.trim())
  }
  const replies = lines.length === 0 ? [] : (play.data?.replies ?? [])
  return (
    <section aria-label={t('rehearsal')} className="grid content-start gap-3 rounded-3xl border border-line bg-sunken p-4">
      <div className="flex items-start justify-between gap-2">
        <div>
          <h3 className="font-display text-lg font-semibold">{t('rehearsal')}</h3>
          <p className="text-sm text-ink-soft">{t('rehearsalText')}</p>
        </div>
        {lines.length === 0 ? null : <Button kind="bare" className="shrink-0" onClick={() => { setLines([]); play.reset() }}>{t('anew')}</Button>}
      </div>
      <ol aria-live="polite" className="grid max-h-96 gap-2 overflow-y-auto">
        {lines.length === 0 ? <li className="text-ink-soft">{t('silent')}</li> : lines.map((line, at) => (
          <li key={at} className="grid gap-2">
            <p className="max-w-[85%] justify-self-end rounded-3xl rounded-br-md bg-leaf-soft px-4 py-2 text-leaf-ink"><span className="sr-only">{t('you')}: </span>{line}</p>
            {replies[at] ? <Reply reply={replies[at]} last={at === lines.length - 1} onChoose={say} /> : null}
          </li>
        ))}
      </ol>
      <Refusal error={play.error} />
      <form className="flex items-end gap-2" onSubmit={send}>
        <Field className="min-w-0 flex-1" label={t('say')} value={text} maxLength={200} onChange={(event) => setText(event.target.value)} />
        <Button type="submit" disabled={play.isPending}>{t('send')}</Button>
      </form>
    </section>
  )
}

type ReplyProps = { reply: { text: string; choices: string[]; pictures: string[] }; last: boolean; onChoose: (line: string) => void }

function Reply({ reply, last, onChoose }: ReplyProps) {
  return (
    <div className="grid max-w-[85%] gap-2 justify-self-start rounded-3xl rounded-bl-md bg-surface px-4 py-2 shadow-card">
      {reply.pictures.length === 0 ? null : <div className="flex gap-2 overflow-x-auto">{reply.pictures.map((path) => <img key={path} src={path} alt="" className="size-20 rounded-xl object-cover" />)}</div>}
      <p className="break-words whitespace-pre-line">{reply.text}</p>
      {last ? <div className="flex flex-wrap gap-2">{reply.choices.map((choice) => <Button key={choice} kind="quiet" onClick={() => onChoose(choice)}>{choice}</Button>)}</div> : null}
    </div>
  )
}
