import type { ChatLine } from './api/client'
import { Avatar } from './avatar'
import { timeOfDay } from './when'

/** The list of chats, as WhatsApp opens. */
export function ChatList({ chats, onOpen }: { chats: ChatLine[]; onOpen: (account: string) => void }) {
  return (
    <div className="flex min-h-0 flex-1 flex-col bg-wa-theirs">
      <h2 className="bg-wa-head px-4 pt-1 pb-3 font-sans text-lg font-semibold text-wa-on-head">WhatsApp</h2>
      <ul className="overflow-y-auto">
        {chats.map((chat) => (
          <li key={chat.account}>
            <button
              type="button"
              onClick={() => onOpen(chat.account)}
              className="flex w-full items-center gap-3 border-b border-wa-line px-4 py-3 text-left hover:bg-wa-bar"
            >
              <Avatar name={chat.name} />
              <span className="min-w-0 flex-1">
                <span className="flex items-baseline justify-between gap-2">
                  <span className="truncate font-semibold">{chat.name}</span>
                  <span className="shrink-0 text-xs text-wa-soft">{chat.at ? timeOfDay(chat.at) : ''}</span>
                </span>
                <span className="flex items-center justify-between gap-2">
                  <span className="truncate text-sm text-wa-soft">{chat.last || 'Tap to write to this shop'}</span>
                  {chat.unread > 0 ? <Unread count={chat.unread} /> : null}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Unread({ count }: { count: number }) {
  return (
    <span className="grid min-w-5 shrink-0 place-items-center rounded-full bg-wa-green px-1.5 text-xs font-semibold text-wa-theirs">
      <span className="sr-only">unread: </span>
      {count}
    </span>
  )
}
