import { useTranslation } from 'react-i18next'
import { Field } from '@/components/field'

/** The six digits of an authenticator app. */
export function CodeField({ code, onCode }: { code: string; onCode: (code: string) => void }) {
  const { t } = useTranslation('accounts')
  return <Field label={t('code')} hint={t('codeHint')} inputMode="numeric" autoComplete="one-time-code" pattern="[0-9]{6}" value={code} required maxLength={6} onChange={(event) => onCode(event.target.value)} />
}
