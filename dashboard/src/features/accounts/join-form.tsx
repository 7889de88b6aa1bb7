import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { useChecked } from '@/components/form'
import { joining } from './asked'
import { Refusal } from './refusal'

const EMPTY = { boutique: '', town: '', name: '', phone: '', email: '', password: '' }

/** Opens a boutique: what a sign over the door needs, and how its owner comes in. */
export default function JoinForm({ onIn }: { onIn: () => void }) {
  const { t } = useTranslation('accounts')
  const open = api.useMutation('post', '/api/sign-up', { onSuccess: onIn })
  const { field, sends } = useChecked(joining, EMPTY)
  return (
    <form className="grid gap-4" noValidate onSubmit={sends((body) => open.mutate({ body }))}>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label={t('boutique')} autoComplete="organization" required {...field('boutique')} />
        <Field label={t('town')} autoComplete="address-level2" required {...field('town')} />
        <Field label={t('name')} autoComplete="name" required {...field('name')} />
        <Field label={t('phone')} type="tel" autoComplete="tel" inputMode="tel" required {...field('phone')} />
      </div>
      <Field label={t('email')} type="email" autoComplete="username" inputMode="email" required {...field('email')} />
      <Field label={t('password')} hint={t('passwordHint')} type="password" autoComplete="new-password" required {...field('password')} />
      <Refusal error={open.error} />
      <Button type="submit" shape="wide" disabled={open.isPending}>{t('join')}</Button>
    </form>
  )
}
