import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '@/components/field'

type Props = Omit<ComponentProps<typeof Field>, 'label'>

/** The address by which the shop knows somebody. */
export function EmailField(rest: Props) {
  const { t } = useTranslation('accounts')
  return <Field label={t('email')} type="email" autoComplete="username" inputMode="email" pattern="[^@\s]+@[^@\s]+\.[^@\s]+" {...rest} />
}

/** The password that she has. */
export function PasswordField(rest: Props) {
  const { t } = useTranslation('accounts')
  return <Field label={t('password')} type="password" autoComplete="current-password" {...rest} />
}
