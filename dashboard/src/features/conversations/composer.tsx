import { Bot, Hand, LayoutTemplate, SendHorizontal } from 'lucide-react'
import { useId, useState, type KeyboardEvent, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '@/api/types'
import { Button } from '@/components/button'
import { useNow } from '@/components/now'
import { useCodeWord } from '@/components/use-code-word'
import { Attach, NoteButton } from './attach'
import { CartLine, DiscountButton } from './her-cart'
import { useReasonWord } from './kinds'
import { LateButton } from './late-dialog'
import { useStandIn } from './stand-in'
import { TemplatesDialog } from './templates-dialog'

/** Under a chat: who answers in it, the way to take it over or give it back, and a line to write in. */
export function Composer({ chat }: { chat: Conversation }) {
  const { t } = useTranslation(['steppingIn', 'conversations'])
  const reasonWord = useReasonWord()
  const [text, setText] = useState('')
  const desk = useStandIn(chat.id, () => setText(''))
  const open = useIsWritable(chat.writable_until)
  const mine = chat.needs_person
  return (
    <footer className="grid gap-2.5 border-t border-line bg-surface px-3 py-3 sm:px-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <p className="flex min-w-0 grow basis-full items-center gap-2 text-sm sm:basis-0 text-ink-soft [&_svg]:size-5 [&_svg]:shrink-0">
          {mine ? <Hand aria-hidden className="text-berry" /> : <Bot aria-hidden />}
          <span>{mine ? <><strong className="text-ink">{reasonWord(chat.reason)}.</strong> {t('youHave')}</> : t('agentHas')}</span>
        </p>
        {mine
          ? <Button kind="quiet" className="max-sm:w-full" disabled={desk.busy} onClick={desk.giveBack}><Bot aria-hidden />{t('giveBack')}</Button>
          : <Button className="max-sm:w-full" disabled={desk.busy} title={t('takenHint')} onClick={desk.takeOver}><Hand aria-hidden />{t('takeOver')}</Button>}
      </div>
      {chat.wish === null ? null : <WishLine wish={chat.wish} />}
      <CartLine cart={chat.cart} />
      {open ? null : <p className="text-sm text-ink-soft">{t(chat.late === null ? 'closed' : 'late')}</p>}
      <div className="flex flex-wrap items-end gap-x-1 gap-y-2">
        <NoteButton customer={chat.customer.id} />
        {open || chat.late === null ? null : <LateButton chat={chat.id} offered={chat.late} />}
        {open ? <DiscountButton chat={chat} /> : null}
        {open ? <Attach chat={chat} /> : <TemplatesButton chat={chat.id} />}
        {open && mine ? <Line text={text} busy={desk.busy} onText={setText} onSend={() => desk.write(text)} /> : null}
      </div>
      <p role="status" className="text-sm text-berry-ink empty:hidden">{desk.trouble}</p>
    </footer>
  )
}

/** Opens the list of approved templates, while nothing else reaches her. */
function TemplatesButton({ chat }: { chat: string }) {
  const { t } = useTranslation('templates')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}><LayoutTemplate aria-hidden />{t('choose')}</Button>
      {isOpen ? <TemplatesDialog chat={chat} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

/** What she wants, for who has not read the chat. */
function WishLine({ wish }: { wish: NonNullable<Conversation['wish']> }) {
  const { t } = useTranslation('steppingIn')
  const word = useCodeWord()
  const parts = [
    wish.intent === null ? null : t('wanted', { intent: word('intent', wish.intent) }),
    wish.asked === null || wish.asked === 'nothing' ? null : t('wasAsked', { question: word('question', wish.asked) }),
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : <p className="text-sm">{parts.join(' · ')}</p>
}

type LineProps = { text: string; busy: boolean; onText: (text: string) => void; onSend: () => void }

function Line({ text, busy, onText, onSend }: LineProps) {
  const { t } = useTranslation('steppingIn')
  const field = useId()
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    if (!busy && text.trim() !== '') onSend()
  }
  // On a desk Enter sends, as in WhatsApp; on a phone it begins a new line.
  const enter = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || !matchMedia('(pointer: fine)').matches) return
    event.preventDefault()
    event.currentTarget.form?.requestSubmit()
  }
  return (
    <form className="flex min-w-0 flex-1 basis-52 items-end gap-2" onSubmit={send}>
      <div className="grid min-w-0 flex-1 gap-1">
        <label htmlFor={field} className="sr-only">{t('write')}</label>
        <textarea
          id={field} rows={1} value={text} maxLength={4096} placeholder={t('write')} enterKeyHint="send"
          className="field-sizing-content max-h-40 min-h-11 w-full resize-none rounded-3xl border border-line-strong/60 bg-surface px-4 py-2.5 text-base placeholder:text-ink-soft"
          onChange={(event) => onText(event.target.value)} onKeyDown={enter}
        />
      </div>
      <Button type="submit" shape="round" disabled={busy || text.trim() === ''} aria-label={t('send')}><SendHorizontal aria-hidden /></Button>
    </form>
  )
}

/** Whether WhatsApp lets the shop write to her now. */
function useIsWritable(until: string | null): boolean {
  const now = useNow()
  return until !== null && new Date(until) > now
}
