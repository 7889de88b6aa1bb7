import { useState } from 'react'
import { Brand } from '@/components/brand'
import { classes } from '@/components/classes'
import { phones } from './api/client'
import type { Person, World } from './api/client'
import { Avatar } from './avatar'
import { Phone } from './phone'
import { useLive } from './use-live'

const SIDE_BY_SIDE = 3

/** The phones of the sandbox's people side by side; one at a time where there is no room. */
export function Stage() {
  const world = phones.useQuery('get', '/sandbox/api/world')
  const listening = useLive()
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 pt-4 pb-2 sm:px-8">
        <a href="/" className="rounded-lg" aria-label="Dukani, to the dashboard">
          <Brand />
        </a>
        <p className="text-sm text-ink-soft" role="status">
          {listening
            ? 'Sandbox phones: WhatsApp and M-Pesa are played here. The right PIN is 1234.'
            : 'The connection is lost. Trying again…'}
        </p>
      </header>
      {world.isError ? <Unreachable /> : world.data ? <Row world={world.data} /> : null}
    </div>
  )
}

function Unreachable() {
  return (
    <p className="m-auto max-w-sm p-8 text-center text-ink-soft">
      The sandbox cannot be reached. It is only there when Dukani runs in sandbox mode.
    </p>
  )
}

function Row({ world }: { world: World }) {
  const [picked, setPicked] = useState(() => firstPicked(world.people))
  const [shown, setShown] = useState(0)
  const put = (place: number, person: string) => {
    setPicked((before) => before.map((one, index) => (index === place ? person : one === person ? (before[place] ?? one) : one)))
    setShown(place)
  }
  return (
    <main className="flex flex-1 flex-col gap-3 px-2 pb-6 sm:px-6">
      <h1 className="sr-only">Phones</h1>
      <nav aria-label="Phones" className="flex flex-wrap justify-center gap-1.5 lg:hidden">
        {picked.map((id, place) => (
          <button
            key={place}
            type="button"
            aria-pressed={place === shown}
            onClick={() => setShown(place)}
            className={classes(
              'flex min-h-11 items-center gap-2 rounded-full border px-3 text-sm font-semibold',
              place === shown ? 'border-clay bg-clay-soft text-clay-ink' : 'border-line text-ink-soft',
            )}
          >
            <Avatar name={nameOf(world.people, id)} small />
            {nameOf(world.people, id).split(' ')[0]}
          </button>
        ))}
      </nav>
      <div className="mx-auto grid w-full max-w-[82rem] flex-1 grid-cols-1 gap-6 lg:grid-cols-3">
        {picked.map((id, place) => (
          <div key={place} className={classes('min-w-0', place !== shown && 'hidden lg:block')}>
            <Phone key={id} person={id} people={world.people} shops={world.shops} onPerson={(next) => put(place, next)} />
          </div>
        ))}
      </div>
    </main>
  )
}

/** Two customers, the one without a phone number among them, and the owner. */
function firstPicked(people: Person[]): string[] {
  const customers = people.filter((person) => person.role === 'customer')
  const shy = customers.find((person) => person.hides_phone)
  const wanted = [customers[0], shy ?? customers[1], people.find((person) => person.role === 'owner')]
  return [...wanted, ...people].flatMap((person) => (person ? [person.id] : [])).filter(first).slice(0, SIDE_BY_SIDE)
}

const first = (id: string, place: number, all: string[]) => all.indexOf(id) === place

const nameOf = (people: Person[], id: string) => people.find((person) => person.id === id)?.name ?? id
