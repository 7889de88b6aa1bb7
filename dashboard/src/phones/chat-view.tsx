import { ArrowLeft } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Bubble, Shop } from './api/client'
import { Avatar } from './avatar'
import { BubbleView } from './bubble-view'
import { Composer } from './composer'
import { ListSheet } from './list-sheet'
import { useChat } from './use-phone'

type Props = { person: string; shop: Shop; onBack?: () => void }

/** One chat: what was said, what can be tapped, and the line to write in. */
export function ChatView({ person, shop, onBack }: Props) {
  const phone = useChat(person, shop.account)
  const bubbles = phone.chat?.bubbles ?? []
  const [list, setList] = useState<Bubble | null>(null)
  const unread = bubbles.filter((bubble) => bubble.from_shop && bubble.state !== 'read').length
  const { mutate: read } = phone.read
  useEffect(() => {
    if (unread > 0 && document.visibilityState === 'visible') read()
  }, [unread, read])
  const typing = phone.chat?.typing ?? false
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <Head shop={shop} typing={typing} onBack={onBack} />
      <Bubbles key={bubbles.length === 0 ? 'empty' : 'full'} count={bubbles.length + Number(typing)}>
        {phone.chat && bubbles.length === 0 ? <Hints shop={shop.name} onSay={(text) => phone.say.mutate(text)} /> : null}
        {bubbles.map((bubble) => (
          <li key={bubble.id} className="contents">
            <BubbleView bubble={bubble} answered={quoted(bubbles, bubble)} phone={phone} onList={setList} />
          </li>
        ))}
        {typing ? <Typing /> : null}
      </Bubbles>
      <Composer phone={phone} account={shop.account} />
      {list ? (
        <ListSheet
          bubble={list}
          onClose={() => setList(null)}
          onChoose={(choice) => {
            phone.choose.mutate({ message: list.id, choice })
            setList(null)
          }}
        />
      ) : null}
    </div>
  )
}

function Head({ shop, typing, onBack }: { shop: Shop; typing: boolean; onBack: Props['onBack'] }) {
  return (
    <div className="flex items-center gap-2 bg-wa-head px-3 pt-1 pb-2.5 text-wa-on-head">
      {onBack ? (
        <button type="button" onClick={onBack} aria-label="Back to the chats" className="grid size-9 place-items-center rounded-full">
          <ArrowLeft className="size-5" />
        </button>
      ) : null}
      <Avatar name={shop.name} />
      <div className="min-w-0">
        <h2 className="truncate font-sans text-base leading-tight font-semibold tracking-normal">{shop.name}</h2>
        <p className="text-xs opacity-90" role="status">
          {typing ? 'typing…' : 'Business account'}
        </p>
      </div>
    </div>
  )
}

/** Units: pixels. What a picture that has just loaded can push out of sight. */
const A_PICTURE = 480

/** The wall, which stays at its end while something comes in. */
function Bubbles({ count, children }: { count: number; children: React.ReactNode }) {
  const wall = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const shown = wall.current
    if (!shown) return undefined
    const toEnd = () => shown.scrollTo({ top: shown.scrollHeight })
    toEnd()
    const later = setTimeout(toEnd, 350)
    return () => clearTimeout(later)
  }, [count])
  const pushedUp = () => {
    const shown = wall.current
    if (shown && shown.scrollHeight - shown.scrollTop - shown.clientHeight < A_PICTURE) shown.scrollTo({ top: shown.scrollHeight })
  }
  return (
    <ul
      ref={wall}
      aria-label="Messages"
      onLoadCapture={pushedUp}
      className="wa-wall flex min-h-0 flex-1 flex-col gap-1.5 overflow-y-auto px-3 py-3"
    >
      {children}
    </ul>
  )
}

const OPENINGS = ['Habari! Natafuta gauni la harusi', 'Hi, do you have a red dress in size 12?', 'Niaje, mko na kitenge chini ya 3k?']

/** What to begin with, while the chat is empty. */
function Hints({ shop, onSay }: { shop: string; onSay: (text: string) => void }) {
  return (
    <li className="m-auto grid gap-2 text-center">
      <p className="mx-auto max-w-64 rounded-xl bg-[#fff3c9] px-3 py-2 text-xs text-[#54460a]">
        Write to {shop}, or send a photo of a piece you like: tap + and Gallery.
      </p>
      {OPENINGS.map((words) => (
        <button
          key={words}
          type="button"
          onClick={() => onSay(words)}
          className="min-h-10 rounded-full bg-wa-theirs px-4 py-2 text-sm text-wa-green shadow-card hover:brightness-95"
        >
          {words}
        </button>
      ))}
    </li>
  )
}

function Typing() {
  return (
    <li aria-hidden className="flex w-fit gap-1 rounded-2xl rounded-tl-sm bg-wa-theirs px-3.5 py-3 shadow-card">
      {[0, 150, 300].map((delay) => (
        <span key={delay} className="size-2 animate-dot rounded-full bg-wa-soft" style={{ animationDelay: `${delay}ms` }} />
      ))}
    </li>
  )
}

const quoted = (all: Bubble[], bubble: Bubble): Bubble | undefined =>
  bubble.replies_to ? all.find((one) => one.id === bubble.replies_to) : undefined
