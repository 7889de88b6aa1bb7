import type { HistoryEntry } from '@/api/types'
import { SHOP_ZONE } from '@/words/when'

const KINDS = ['conversation', 'cart', 'order', 'stock', 'payment', 'product', 'customer', 'boutique'] as const
export type StreamKind = (typeof KINDS)[number]

/** What a stream tells of. Shape: streams are named boutique/kind/id. */
export function streamKind(stream: string): StreamKind {
  const parts = stream.split('/')
  return KINDS.find((kind) => kind === parts.at(-2)) ?? KINDS.find((kind) => parts.includes(kind)) ?? 'order'
}

/** Whether a stream is about talking with the customer rather than about goods and money. */
export const isTalk = (stream: string): boolean => ['conversation', 'customer'].includes(streamKind(stream))

/** Who caused a fact, as an owner would say it: of the outside systems she knows M-Pesa and WhatsApp. */
export function actorWord({ actor, stream }: HistoryEntry): HistoryEntry['actor'] | 'mpesa' | 'whatsapp' {
  if (actor !== 'neighbour') return actor
  const kind = streamKind(stream)
  if (kind === 'payment' || kind === 'order') return 'mpesa'
  return kind === 'conversation' ? 'whatsapp' : actor
}

/** The stream's name without the boutique, which is the same for all. */
export const streamName = (stream: string): string => stream.split('/').slice(-2).join('/')

/** The shop's time to the second: facts follow one another within moments. Example: 14:05:31. */
export const exactClock = (at: Date, language: string): string =>
  new Intl.DateTimeFormat(language, { timeZone: SHOP_ZONE, hourCycle: 'h23', hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(at)
