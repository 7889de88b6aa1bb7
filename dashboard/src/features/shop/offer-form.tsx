import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import type { paths } from '@/api/schema'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { useAskAgain } from './queries'
import { Refusal } from './refusal'

export type Offer = paths['/api/connections']['post']['requestBody']['content']['application/json']
export type Asked = { name: string; label: string; hint?: string; secret?: boolean; optional?: boolean; pattern?: string; type?: string }

type Props = { text: string; asks: readonly Asked[]; note?: string; offerOf: (told: Record<string, string>) => Offer }

/** What a neighbour wants to know. It is asked whether it works before anything is kept. */
export function OfferForm({ text, asks, note, offerOf }: Props) {
  const { t } = useTranslation('shop')
  const again = useAskAgain()
  const [told, setTold] = useState<Record<string, string>>({})
  const connect = api.useMutation('post', '/api/connections', { onSuccess: () => { setTold({}); again() } })
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const whole = Object.fromEntries(asks.map(({ name }) => [name, told[name] ?? '']))
    connect.mutate({ body: offerOf(whole) })
  }
  return (
    <form className="grid gap-4" onSubmit={send}>
      <p className="text-ink-soft">{text}</p>
      {asks.map(({ name, label, hint, secret = false, optional = false, pattern, type }) => (
        <Field
          key={name} label={label} type={secret ? 'password' : (type ?? 'text')} autoComplete="off" required={!optional} maxLength={600}
          value={told[name] ?? ''} onChange={(event) => setTold({ ...told, [name]: event.target.value })}
          {...(hint === undefined ? {} : { hint })} {...(pattern === undefined ? {} : { pattern })}
        />
      ))}
      {note === undefined ? null : <p className="text-sm text-ink-soft">{note}</p>}
      <Refusal error={connect.error} />
      {connect.isSuccess ? <Notice well>{connect.data.says}</Notice> : null}
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
