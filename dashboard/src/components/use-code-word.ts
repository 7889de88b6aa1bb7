import { useTranslation } from 'react-i18next'
import { codeWord } from '@/words/codes'

/** Says a word of the shop's own rules as the reader says it; one that is not worded yet stands as it is. */
export function useCodeWord(): (group: string, code: string) => string {
  const { i18n } = useTranslation()
  return (group, code) => codeWord(group, code, i18n.language) ?? code
}
