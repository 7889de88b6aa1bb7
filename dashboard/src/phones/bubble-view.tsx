import { ExternalLink, List, MapPin, Reply, Smile, UserRound } from 'lucide-react'
import { classes } from '@/components/classes'
import { Marked } from '@/components/marked'
import type { Bubble } from './api/client'
import { HOME } from './places'
import { Ticks } from './ticks'
import type { Chat } from './use-phone'
import { timeOfDay } from './when'
import { Words } from './words'

type Props = { bubble: Bubble; answered: Bubble | undefined; phone: Chat; onList: (bubble: Bubble) => void }

/** One message with what belongs to it: picture, quote, place, buttons, ticks. */
export function BubbleView({ bubble, answered, phone, onList }: Props) {
  const mine = !bubble.from_shop
  return (
    <div className={classes('group flex max-w-[86%] animate-rise flex-col', mine ? 'self-end' : 'self-start')}>
      <article
        className={classes(
          'relative rounded-2xl p-1 text-[14.5px] leading-snug shadow-card',
          mine ? 'rounded-tr-sm bg-wa-mine' : 'rounded-tl-sm bg-wa-theirs',
          bubble.reaction && 'mb-3',
        )}
      >
        {answered ? <Quote bubble={answered} /> : null}
        {bubble.picture ? <Photo address={bubble.picture} mine={mine} /> : null}
        {bubble.place ? <Place place={bubble.place} /> : null}
        {bubble.contact ? <Contact phone={bubble.contact} /> : null}
        <div className="flex flex-wrap items-end justify-end gap-x-2 px-2 pt-0.5 pb-0.5">
          {bubble.text ? <Words text={bubble.text} /> : null}
          <span className="flex shrink-0 items-center gap-1 text-[11px] text-wa-soft">
            <time dateTime={bubble.at}>{timeOfDay(bubble.at)}</time>
            {mine ? <Ticks state={bubble.state} /> : null}
          </span>
        </div>
        {bubble.reaction ? (
          <span className="absolute right-2 -bottom-3 rounded-full border border-wa-line bg-wa-theirs px-1.5 text-sm">
            <span className="sr-only">your reaction: </span>
            {bubble.reaction}
          </span>
        ) : null}
        {mine ? null : <React bubble={bubble} phone={phone} />}
      </article>
      <Taps bubble={bubble} phone={phone} onList={onList} />
    </div>
  )
}

function Taps({ bubble, phone, onList }: Omit<Props, 'answered'>) {
  const look =
    'flex min-h-10 w-full items-center justify-center gap-2 rounded-xl bg-wa-theirs px-3 py-1.5 text-sm font-semibold text-wa-green shadow-card hover:brightness-95 disabled:opacity-60'
  return (
    <div className="mt-1 grid gap-1 empty:hidden">
      {bubble.buttons.map((button) => (
        <button
          key={button.id}
          type="button"
          className={look}
          disabled={phone.choose.isPending}
          onClick={() => phone.choose.mutate({ message: bubble.id, choice: button.id })}
        >
          <Reply aria-hidden className="size-4" />
          {button.title}
        </button>
      ))}
      {bubble.rows.length > 0 ? (
        <button type="button" className={look} onClick={() => onList(bubble)}>
          <List aria-hidden className="size-4" />
          {bubble.list_title}
        </button>
      ) : null}
      {bubble.link ? (
        <a href={bubble.link.url} target="_blank" rel="noreferrer" className={look}>
          <ExternalLink aria-hidden className="size-4" />
          {bubble.link.title}
        </a>
      ) : null}
      {bubble.asks_location ? (
        <button type="button" className={look} onClick={() => phone.sendPlace.mutate(HOME)}>
          <MapPin aria-hidden className="size-4" />
          Send location
        </button>
      ) : null}
      {bubble.asks_contact ? (
        <button type="button" className={look} onClick={() => phone.shareContact.mutate()}>
          <UserRound aria-hidden className="size-4" />
          Share my number
        </button>
      ) : null}
    </div>
  )
}

function Quote({ bubble }: { bubble: Bubble }) {
  return (
    <div className="mx-1 mt-1 rounded-lg border-l-4 border-wa-green bg-[rgb(0_0_0/0.06)] px-2 py-1 text-xs text-wa-soft dark:bg-[rgb(0_0_0/0.2)]">
      <p className="line-clamp-2">
        <Marked text={bubble.text || 'Photo'} />
      </p>
    </div>
  )
}

function Photo({ address, mine }: { address: string; mine: boolean }) {
  return (
    <a href={address} target="_blank" rel="noreferrer" className="block overflow-hidden rounded-xl">
      <img
        src={address}
        alt={mine ? 'The photo you sent' : 'Pieces of the shop, numbered'}
        loading="lazy"
        className="max-h-80 min-h-24 w-full min-w-48 bg-wa-bar object-cover"
      />
    </a>
  )
}

function Place({ place }: { place: NonNullable<Bubble['place']> }) {
  return (
    <div className="m-1 grid min-w-52 gap-1">
      <div aria-hidden className="woven grid h-20 place-items-center rounded-xl opacity-90">
        <MapPin className="size-8 rounded-full bg-wa-theirs p-1 text-wa-green" />
      </div>
      <p className="px-1 text-sm font-semibold">{place.name ?? 'Location'}</p>
      <p className="px-1 text-xs text-wa-soft">
        {place.address ?? `${place.latitude.toFixed(4)}, ${place.longitude.toFixed(4)}`}
      </p>
    </div>
  )
}

function Contact({ phone }: { phone: string }) {
  return (
    <p className="m-1 flex min-w-44 items-center gap-2 px-1 font-semibold">
      <UserRound aria-hidden className="size-8 rounded-full bg-wa-bar p-1.5" />
      {phone}
    </p>
  )
}

function React({ bubble, phone }: { bubble: Bubble; phone: Chat }) {
  const emoji = bubble.reaction ? '' : '❤️'
  return (
    <button
      type="button"
      aria-label={bubble.reaction ? 'Take the reaction back' : 'React with a heart'}
      onClick={() => phone.react.mutate({ message: bubble.id, emoji })}
      className="absolute top-1 -right-9 grid size-8 place-items-center rounded-full text-wa-soft opacity-0 group-hover:opacity-100 focus-visible:opacity-100"
    >
      <Smile aria-hidden className="size-4" />
    </button>
  )
}
