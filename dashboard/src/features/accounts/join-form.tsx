import { useState, type ChangeEvent, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Refusal } from './refusal'

const EMPTY = { boutique: '', town: '', name: '', phone: '', email: '', password: '' }

/** Opens a boutique: what a sign over the door needs, and how its owner comes in. */
export function JoinForm({ onIn }: { onIn: () => void }) {
  const { t } = useTranslation('accounts')
  const [told, setTold] = useState(EMPTY)
  const open = api.useMutation('post', '/api/sign-up', { onSuccess: onIn })
  const set = (field: keyof typeof EMPTY) => (event: ChangeEvent<HTMLInputElement>) => setTold({ ...told, [field]: event.target.value })
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    open.mutate({ body: told })
  }
  return (
    <form className="grid gap-4" onSubmit={send}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('boutique')} autoComplete="organization" value={told.boutique} required maxLength={120} onChange={set('boutique')} />
        <Field label={t('town')} autoComplete="address-level2" value={told.town} required maxLength={120} onChange={set('town')} />
        <Field label={t('name')} autoComplete="name" value={told.name} required maxLength={120} onChange={set('name')} />
        <Field label={t('phone')} type="tel" autoComplete="tel" inputMode="tel" value={told.phone} required maxLength={40} onChange={set('phone')} />
      </div>
      <Field label={t('email')} type="email" autoComplete="username" inputMode="email" value={told.email} required maxLength={254} onChange={set('email')} />
      <Field label={t('password')} hint={t('passwordHint')} type="password" autoComplete="new-password" minLength={10} value={told.password} required maxLength={256} onChange={set('password')} />
      <Refusal error={open.error} />
      <Button type="submit" shape="wide" disabled={open.isPending}>{t('join')}</Button>
    </form>
  )
}
