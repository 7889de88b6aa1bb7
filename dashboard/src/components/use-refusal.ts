import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

let words: typeof import('@/words/refusals').refusalWords | null = null
const theWords = () => import('@/words/refusals').then((come) => { words = come.refusalWords })

/** Says why something was not done, and what to do, in the page's language. Nobody waits for its words: most clicks need none. */
export function useRefusal(): (error: unknown) => string {
  const { t, i18n } = useTranslation()
  const [there, setThere] = useState(words !== null)
  useEffect(() => {
    if (!there) void theWords().then(() => setThere(true), () => undefined)
  }, [there])
  return (error) => words?.(error, i18n.language) ?? t('failedText')
}
