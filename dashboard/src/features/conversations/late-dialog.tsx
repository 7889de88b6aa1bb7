import { MailCheck, Send } from 'lucide-react'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { TextArea } from '@/components/text-area'
import { useStandIn } from './stand-in'

const LONGEST = 1000
const onOneLine = (text: string): string => text.split(/\s+/).join(' ').trim()

type Props = { chat: string; offered: readonly string[] }

/** Opens the sheet in which words go by a template, so that the chat itself stays in sight until then. */
export function LateButton({ chat, offered }: Props) {
  const { t } = useTranslation('late')
  const [stage, setStage] = useState<'quiet' | 'writing' | 'sent'>('quiet')
  if (stage === 'sent') return <p role="status" className="flex min-h-11 items-center text-sm text-leaf-ink">{t('sent')}</p>
  return (
    <>
      <Button onClick={() => setStage('writing')}><MailCheck aria-hidden />{t('title')}</Button>
      <Dialog open={stage === 'writing'} onOpenChange={(next) => (next ? undefined : setStage('quiet'))} title={t('title')} text={t('why')}>
        <LateForm chat={chat} offered={offered} onSent={() => setStage('sent')} />
      </Dialog>
    </>
  )
}

/** Words for who has been silent for a day, and what she will read. */
function LateForm({ chat, offered, onSent }: Props & { onSent: () => void }) {
  const { t } = useTranslation('late')
  const [text, setText] = useState(offered[0] ?? '')
  const desk = useStandIn(chat, onSent)
  const line = onOneLine(text)
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    if (line !== '') desk.writeLate(line)
  }
  return (
    <form className="grid gap-3" onSubmit={send}>
      {offered.length < 2 ? null : (
        <ul aria-label={t('choose')} className="flex flex-wrap gap-2">
          {offered.map((words) => (
            <li key={words}><button type="button" aria-pressed={words === text} className="min-h-11 rounded-2xl border border-line px-3 text-left text-sm hover:border-line-strong aria-pressed:border-clay aria-pressed:bg-clay-soft" onClick={() => setText(words)}>{words}</button></li>
          ))}
        </ul>
      )}
      <TextArea label={t('text')} hint={t('oneLine')} rows={2} maxLength={LONGEST} value={text} onChange={(event) => setText(event.target.value)} />
      <div className="justify-self-end">
        <p className="text-right text-xs text-ink-soft">{t('preview')}</p>
        <p className="rounded-2xl rounded-br-md bg-bubble px-3 py-2 break-words shadow-card">{line === '' ? '…' : line}</p>
      </div>
      <p role="status" className="text-sm text-berry-ink empty:hidden">{desk.trouble}</p>
      <Button type="submit" className="justify-self-end" disabled={desk.busy || line === ''}><Send aria-hidden />{t('send')}</Button>
    </form>
  )
}
