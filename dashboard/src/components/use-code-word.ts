import { useTranslation } from 'react-i18next'
import { codeWord, reasonWords } from '@/words/codes'

/** Says a word of the shop's own rules as the reader says it; one that is not worded yet stands as it is. */
export function useCodeWord(): (group: string, code: string) => string {
  const { i18n } = useTranslation()
  return (group, code) => codeWord(group, code, i18n.language) ?? code
}

/** Says why a provider did not do it; null where no code came, for then nobody knows more than that. */
export function useReason(): (code: string | null | undefined, quote: string | null | undefined) => string | null {
  const { i18n } = useTranslation()
  return (code, quote) => (code ? reasonWords('result', code, quote ?? null, i18n.language) : null)
}
