import { SendHorizontal } from 'lucide-react'
import { useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'

/** Where words are written; Enter sends them, Shift and Enter begin a line. */
export function WritingLine({ onSay, children }: { onSay: (text: string) => void; children: ReactNode }) {
  const [text, setText] = useState('')
  const send = () => {
    if (!text.trim()) return
    onSay(text)
    setText('')
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }
  return (
    <form
      className="flex items-end gap-1.5"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {children}
      <textarea
        value={text}
        rows={1}
        aria-label="Message"
        placeholder="Message"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={press}
        className="field-sizing-content max-h-28 min-h-11 min-w-0 flex-1 resize-none rounded-3xl border border-wa-line bg-wa-theirs px-4 py-2 text-[15px] text-wa-ink placeholder:text-wa-soft"
      />
      <button
        type="submit"
        aria-label="Send"
        disabled={!text.trim()}
        className="grid size-11 shrink-0 place-items-center rounded-full bg-wa-green text-wa-theirs disabled:opacity-50"
      >
        <SendHorizontal aria-hidden className="size-5" />
      </button>
    </form>
  )
}
