import { useTranslation } from 'react-i18next'
import { ApiProblem } from '@/api/problem'

const KNOWN = [
  'already-listed', 'size-already-stocked', 'count-is-below-reserved', 'product-is-archived', 'price-has-cents', 'price-is-not-positive', 'invalid-request', 'photo-unreadable',
] as const
export type Why = (typeof KNOWN)[number] | 'offline' | 'else'

/** Why something was not done, as a word that both languages have. */
export function whyOf(error: unknown): Why {
  if (error instanceof TypeError) return 'offline'
  const kind = error instanceof ApiProblem ? error.kind : ''
  return KNOWN.find((known) => known === kind) ?? 'else'
}

/** Says why in the page's language. */
export function useWhy(): (error: unknown) => string {
  const { t } = useTranslation('catalogue')
  return (error) => t(`why.${whyOf(error)}`)
}
