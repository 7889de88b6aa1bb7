import type { Words } from './en'

export const LANGUAGES = ['en', 'sw'] as const
export type Language = (typeof LANGUAGES)[number]

const SPOKEN: Record<Language, () => Promise<Words>> = {
  en: () => import('./en').then(({ en }) => en),
  sw: () => import('./sw').then(({ sw }) => sw),
}

/** All words of a language. It comes as a file of its own, so that nobody waits for one she does not read. */
export const wordsOf = (language: Language): Promise<Words> => SPOKEN[language]()
