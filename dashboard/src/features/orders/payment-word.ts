import { useTranslation } from 'react-i18next'

const STATES = [
  'requested', 'prompting', 'waiting', 'received', 'completed', 'failed', 'refused', 'uncertain', 'unresolved', 'cancelled', 'refunding', 'refunded',
] as const

/** A payment's state in words; one the page does not know is shown as it is. */
export function usePaymentWord(): (state: string) => string {
  const { t } = useTranslation('payment')
  return (state) => {
    const known = STATES.find((word) => word === state)
    return known === undefined ? state : t(known)
  }
}
