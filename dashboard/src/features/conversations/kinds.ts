import { useTranslation } from 'react-i18next'

const KINDS = ['photo', 'choice', 'voice', 'location', 'contact', 'order', 'reaction'] as const
const REASONS = ['asked', 'not-understood', 'complaint', 'abuse', 'payment', 'privacy', 'limit', 'owner-writes', 'taken-over', 'out-of-reach'] as const

/** What a message without words is called. */
export function useKindWord(): (kind: string) => string {
  const { t } = useTranslation('conversations')
  return (kind) => t(KINDS.find((known) => known === kind) ?? 'other')
}

/** Why a person took over, in words; a reason the page does not know is shown as it is. */
export function useReasonWord(): (reason: string | null) => string {
  const { t } = useTranslation('conversations')
  return (reason) => {
    const known = REASONS.find((word) => word === reason)
    return known === undefined ? (reason ?? t('needs')) : t(`reason.${known}`)
  }
}
