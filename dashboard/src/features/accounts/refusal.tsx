import { CircleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { whyOf } from './why'

/** Why the door stays closed, below the form that knocked. */
export function Refusal({ error }: { error: unknown }) {
  const { t } = useTranslation('accounts')
  const why = whyOf(error)
  if (why === null || why === 'code-wanted') return null
  return <p role="alert" className="flex items-start gap-2 rounded-2xl bg-berry-soft p-3 text-berry-ink"><CircleAlert aria-hidden className="mt-0.5 size-5 shrink-0" />{t(`why.${why}`)}</p>
}
