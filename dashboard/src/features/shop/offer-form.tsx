import { useTranslation } from 'react-i18next'
import type { ZodMiniType } from 'zod/mini'
import { api } from '@/api/client'
import type { paths } from '@/api/schema'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { useChecked } from '@/components/form'
import { Notice } from '@/components/notice'
import { useAskAgain } from './queries'
import { Refusal } from './refusal'
import { Says } from './says'

export type Offer = paths['/api/connections']['post']['requestBody']['content']['application/json']
export type Asked<Name extends string = string> = { name: Name; label: string; hint?: string; secret?: boolean; optional?: boolean; type?: string }

type Typed = Record<string, string>
type Props<Told> = { text: string; schema: ZodMiniType<Told, Typed>; asks: readonly Asked[]; note?: string; offerOf: (told: Told) => Offer }

/** What a neighbour wants to know. It is asked whether it works before anything is kept. */
export function OfferForm<Told>({ text, schema, asks, note, offerOf }: Props<Told>) {
  const { t } = useTranslation('shop')
  const again = useAskAgain()
  const { form, field, sends } = useChecked(schema, Object.fromEntries(asks.map(({ name }) => [name, ''])))
  const connect = api.useMutation('post', '/api/connections', { onSuccess: () => { form.reset(); again() } })
  return (
    <form className="grid gap-4" noValidate onSubmit={sends((told) => connect.mutate({ body: offerOf(told) }))}>
      <p className="text-ink-soft">{text}</p>
      {asks.map(({ name, label, hint, secret = false, optional = false, type }) => (
        <Field
          key={name} label={label} type={secret ? 'password' : (type ?? 'text')} autoComplete="off" required={!optional}
          {...(hint === undefined ? {} : { hint })} {...field(name)}
        />
      ))}
      {note === undefined ? null : <p className="text-sm text-ink-soft">{note}</p>}
      <Refusal error={connect.error} />
      {connect.isSuccess ? <Notice well><Says said={connect.data.said} /></Notice> : null}
      <Button type="submit" disabled={connect.isPending}>{connect.isPending ? t('connecting') : t('connect')}</Button>
    </form>
  )
}

/** One button instead of a form, where the demo gives everything. */
export function FreeOffer({ text, label, offer }: { text: string; label: string; offer: Offer }) {
  const { t } = useTranslation('shop')
  const again = useAskAgain()
  const connect = api.useMutation('post', '/api/connections', { onSuccess: again })
  return (
    <div className="grid gap-4">
      <p className="text-ink-soft">{text}</p>
      <Refusal error={connect.error} />
      <Button disabled={connect.isPending} onClick={() => connect.mutate({ body: offer })}>{connect.isPending ? t('connecting') : label}</Button>
    </div>
  )
}
