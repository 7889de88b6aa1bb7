import { useState } from 'react'
import { phones } from './api/client'
import type { Person, Shop } from './api/client'
import { ChatList } from './chat-list'
import { ChatView } from './chat-view'
import { MpesaPrompt } from './mpesa-prompt'
import { MpesaTray } from './mpesa-tray'
import { timeOfDay } from './when'

type Props = { person: string; people: Person[]; shops: Shop[]; onPerson: (person: string) => void }

/** One person's phone: her chats, and on top of them the M-Pesa prompt while there is one. */
export function Phone({ person, people, shops, onPerson }: Props) {
  const phone = phones.useQuery('get', '/sandbox/api/phones/{person}', { params: { path: { person } } })
  const only = shops.length === 1 ? shops[0]?.account : undefined
  const [opened, setOpened] = useState<string | undefined>(only)
  const shop = shops.find((one) => one.account === opened)
  const prompt = phone.data?.mpesa.prompt
  return (
    <section aria-label={`Phone of ${nameOf(people, person)}`} className="grid min-w-0 grid-cols-1 content-start gap-3">
      <Owner person={person} people={people} onPerson={onPerson} />
      <div className="relative mx-auto flex h-[min(46rem,calc(100dvh-13rem))] min-h-[30rem] w-full max-w-[25rem] flex-col overflow-hidden rounded-[2.6rem] border-[9px] border-[#1c1512] bg-wa-bar text-wa-ink shadow-lift dark:border-[#3b2d23]">
        <StatusBar />
        {shop ? (
          <ChatView person={person} shop={shop} {...(only ? {} : { onBack: () => setOpened(undefined) })} />
        ) : (
          <ChatList chats={phone.data?.chats ?? []} onOpen={setOpened} />
        )}
        {prompt ? <MpesaPrompt key={prompt.checkout} person={person} prompt={prompt} /> : null}
      </div>
      {phone.data ? <MpesaTray person={person} mpesa={phone.data.mpesa} /> : null}
    </section>
  )
}

function Owner({ person, people, onPerson }: Omit<Props, 'shops'>) {
  const holder = people.find((one) => one.id === person)
  return (
    <div className="mx-auto flex w-full max-w-[25rem] items-center justify-between gap-3 px-2">
      <label className="flex items-center gap-2">
        <span className="sr-only">Whose phone</span>
        <select
          value={person}
          onChange={(event) => onPerson(event.target.value)}
          className="min-h-11 rounded-full border border-line bg-surface px-4 font-semibold text-ink"
        >
          {people.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      <p className="truncate text-right text-xs text-ink-soft">
        {holder?.hides_phone ? `@${holder.username ?? ''}, number hidden` : holder?.phone}
        {holder?.role === 'owner' ? <span className="block">gets the shop’s notices</span> : null}
      </p>
    </div>
  )
}

function StatusBar() {
  return (
    <div aria-hidden className="flex items-center justify-between bg-wa-head px-6 pt-2 pb-1 text-[11px] font-semibold text-wa-on-head">
      <span>{timeOfDay(new Date().toISOString())}</span>
      <span className="h-4 w-16 rounded-full bg-[#1c1512]" />
      <span>4G ▮▮▮</span>
    </div>
  )
}

const nameOf = (people: Person[], id: string) => people.find((person) => person.id === id)?.name ?? id
