import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { classes } from '@/components/classes'
import type { Bubble } from './api/client'
import { useKeys } from './use-keys'

type Props = { bubble: Bubble; onClose: () => void; onChoose: (choice: string) => void }

/** The rows of a list, on a sheet from below: pick one, then send. */
export function ListSheet({ bubble, onClose, onChoose }: Props) {
  const [picked, setPicked] = useState<string | null>(null)
  const sheet = useRef<HTMLDivElement>(null)
  useEffect(() => sheet.current?.focus(), [])
  useKeys((key) => key === 'Escape' && onClose())
  return (
    <div className="absolute inset-0 z-20 flex flex-col justify-end bg-[rgb(0_0_0/0.45)]">
      <div
        ref={sheet}
        role="dialog"
        aria-modal="true"
        aria-label={bubble.list_title}
        tabIndex={-1}
        className="flex max-h-[80%] animate-sheet flex-col rounded-t-3xl bg-wa-theirs outline-none"
      >
        <div className="flex items-center gap-2 px-4 py-3">
          <button type="button" aria-label="Close" onClick={onClose} className="grid size-9 place-items-center rounded-full hover:bg-wa-bar">
            <X aria-hidden className="size-5" />
          </button>
          <p className="flex-1 pr-9 text-center font-semibold">{bubble.list_title}</p>
        </div>
        <div role="radiogroup" aria-label={bubble.list_title} className="overflow-y-auto px-2">
          {bubble.rows.map((row) => (
            <button
              key={row.id}
              type="button"
              role="radio"
              aria-checked={picked === row.id}
              onClick={() => setPicked(row.id)}
              className="flex min-h-12 w-full items-center gap-3 border-b border-wa-line px-3 py-2 text-left last:border-0"
            >
              <span className="min-w-0 flex-1">
                <span className="block font-semibold">{row.title}</span>
                <span className="block text-xs text-wa-soft">{row.description}</span>
              </span>
              <span
                aria-hidden
                className={classes('size-5 rounded-full border-2 border-wa-soft', picked === row.id && 'border-[6px] border-wa-green')}
              />
            </button>
          ))}
        </div>
        <button
          type="button"
          disabled={picked === null}
          onClick={() => picked !== null && onChoose(picked)}
          className="m-3 min-h-11 rounded-full bg-wa-green font-semibold text-wa-theirs disabled:opacity-40"
        >
          Send
        </button>
      </div>
    </div>
  )
}
