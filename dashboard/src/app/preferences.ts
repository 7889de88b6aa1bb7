import { LANGUAGES, type Language } from '@/words/languages'

export const LOOKS = ['system', 'light', 'dark'] as const
export type Look = (typeof LOOKS)[number]
type Preferences = { language: Language; look: Look }

const KEY = 'dukani.preferences'
const dark = globalThis.matchMedia('(prefers-color-scheme: dark)')
const watchers = new Set<() => void>()
let current = read()

function read(): Preferences {
  const kept: Record<string, unknown> = parsed(globalThis.localStorage.getItem(KEY))
  const spoken = navigator.languages.some((language) => language.startsWith('sw')) ? 'sw' : 'en'
  return {
    language: LANGUAGES.find((language) => language === kept['language']) ?? spoken,
    look: LOOKS.find((look) => look === kept['look']) ?? 'system',
  }
}

function parsed(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

function wear(): void {
  const shown = current.look === 'system' ? (dark.matches ? 'dark' : 'light') : current.look
  document.documentElement.dataset['theme'] = shown
}

/** The language and look this person chose, kept in her browser. */
export function prefer(change: Partial<Preferences>): void {
  current = { ...current, ...change }
  globalThis.localStorage.setItem(KEY, JSON.stringify(current))
  wear()
  watchers.forEach((tell) => tell())
}

/** Puts the kept look on the page before anything is drawn, and says the kept language. */
export function wearPreferences(): Language {
  wear()
  dark.addEventListener('change', wear)
  return current.language
}

/** What she chose, or what her phone speaks and wears. */
export const preferences = (): Preferences => current

/** Tells this watcher whenever she chooses anew. */
export function onPreference(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}
