import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Words } from './en'
import { wordsOf, type Language } from './languages'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'frame'
    resources: Words
  }
}

/** Speaks this language from now on, on the page and to screen readers; its words come first. */
export async function speak(language: Language): Promise<void> {
  for (const [part, words] of Object.entries(await wordsOf(language))) i18next.addResourceBundle(language, part, words)
  document.documentElement.lang = language
  await i18next.changeLanguage(language)
}

/** Begins in one language. A word that the other lacks is a type error, not a surprise. */
export async function startWords(language: Language): Promise<void> {
  const words = await wordsOf(language)
  document.documentElement.lang = language
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'frame',
    resources: { [language]: words },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
}
