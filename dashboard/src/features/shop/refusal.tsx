import { useTranslation } from 'react-i18next'
import { Notice } from '@/components/notice'
import { said, whyOf } from './why'

/** Why a decision was not taken. */
export function Refusal({ error }: { error: unknown }) {
  const { t } = useTranslation('shop')
  const why = whyOf(error)
  if (why === null) return null
  return <Notice>{said(error) ?? t(why.word, { detail: why.detail })}</Notice>
}
