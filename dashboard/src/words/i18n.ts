import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en, type Words } from './en'
import { sw } from './sw'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'frame'
    resources: Words
  }
}

export const LANGUAGES = ['en', 'sw'] as const
export type Language = (typeof LANGUAGES)[number]

/** Speaks this language from now on, on the page and to screen readers. */
export function speak(language: Language): void {
  document.documentElement.lang = language
  void i18next.changeLanguage(language)
}

/** Loads both languages; a word that one lacks is a type error, not a surprise. */
export function startWords(language: Language): void {
  document.documentElement.lang = language
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    defaultNS: 'frame',
    resources: { en, sw },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
}
