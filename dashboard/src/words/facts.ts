import type { components } from '@/api/schema'
import { reasonWords } from './codes'
import { facts as en } from './facts-en'
import { facts as sw } from './facts-sw'
import { shortDay } from './when'

type Value = components['schemas']['FactValue']
type Told = { title: string; detail: string | null }

const BLANK = /\{\{(\w+)\}\}/g

/** A fact in the reader's words: what it is, and what is particular about it. */
export function factWords(topic: string, values: readonly Value[], language: string): Told {
  const table: Readonly<Record<string, readonly string[]>> = language.startsWith('sw') ? sw : en
  const [title, ...parts] = table[topic] ?? [ownName(topic)]
  const said = new Map<string, string>()
  for (const value of values) {
    const before = said.get(value.name)
    said.set(value.name, before === undefined ? spoken(value, language) : `${before}, ${spoken(value, language)}`)
  }
  const told = parts.filter((part) => blanksOf(part).every((name) => said.has(name))).map((part) => part.replace(BLANK, (_, name: string) => said.get(name) ?? ''))
  return { title: title ?? ownName(topic), detail: told.length === 0 ? null : told.join(' · ') }
}

/** The blanks of a part, such as `amount`. */
export const blanksOf = (part: string): string[] => [...part.matchAll(BLANK)].map((blank) => blank[1] ?? '')

function spoken({ name, value, kind, quote }: Value, language: string): string {
  if (kind === 'day') return shortDay(new Date(value), language)
  if (kind === 'text') return value
  return reasonWords(name, value, quote ?? null, language)
}

/** A fact that has no words yet is told by its own name. */
function ownName(topic: string): string {
  const name = topic.replace(/\.v\d+$/, '').replaceAll('-', ' ')
  return name.charAt(0).toUpperCase() + name.slice(1)
}
