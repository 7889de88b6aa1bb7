import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '@/components/field'

type Props = Omit<ComponentProps<typeof Field>, 'label'>

/** The six digits of an authenticator app. */
export function CodeField(rest: Props) {
  const { t } = useTranslation('accounts')
  return <Field label={t('code')} hint={t('codeHint')} inputMode="numeric" autoComplete="one-time-code" pattern="\d{6}" {...rest} />
}
