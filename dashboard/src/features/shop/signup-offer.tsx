import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Skeletons } from '@/components/skeleton'
import { Summary } from '@/components/summary'
import { keepPin } from './signup'

/** Meta's own dialog where this installation has it; the form by hand behind it, or alone where it has not. */
export function SignupOffer({ coexists, children }: { coexists: boolean; children: ReactNode }) {
  const { t } = useTranslation('signup')
  const [pin, setPin] = useState('')
  const ways = api.useQuery('get', '/api/connections/signup', {}, { staleTime: 0 })
  const dialog = coexists ? ways.data?.app : ways.data?.fresh
  if (ways.isPending) return <Skeletons count={1} className="grid" each="h-24" />
  if (dialog === undefined || dialog === null) return <div className="grid gap-4">{ways.isError ? null : <p className="text-sm text-ink-soft">{t('none')}</p>}{children}</div>
  return (
    <div className="grid gap-4">
      <p className="text-ink-soft">{coexists ? t('app') : t('fresh')}</p>
      {coexists ? null : <Field label={t('pin')} hint={t('pinHint')} inputMode="numeric" autoComplete="off" pattern="[0-9]{6}" maxLength={6} value={pin} onChange={(event) => setPin(event.target.value)} />}
      <Button onClick={() => { keepPin(pin); globalThis.location.assign(dialog) }}>{t('open')}</Button>
      <details className="group rounded-2xl border border-line p-4">
        <Summary>{t('byHand')}</Summary>
        <div className="pt-3">{children}</div>
      </details>
    </div>
  )
}
