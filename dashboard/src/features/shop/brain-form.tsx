import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import type { components } from '@/api/schema'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Field } from '@/components/field'
import { useChecked } from '@/components/form'
import { Notice } from '@/components/notice'
import { thinking } from './asked'
import { useAskAgain } from './queries'
import { Refusal } from './refusal'
import { Says } from './says'

const BRAINS = ['offline', 'gemini', 'claude'] as const
type Brain = (typeof BRAINS)[number]
const MICRO = 1_000_000
const USUAL = { budget: '2', tokens: '30000' }

/** What the agent thinks with, and how much it may think. */
export function BrainForm({ brain }: { brain: components['schemas']['BrainCard'] }) {
  const { t, i18n } = useTranslation('shop')
  const again = useAskAgain()
  const [name, setName] = useState<Brain>(BRAINS.find((each) => each === brain.brain) ?? 'offline')
  const { form, field, sends } = useChecked(thinking, {
    key: '', model: brain.model, day_micro_usd: brain.day_micro_usd === 0 ? USUAL.budget : String(brain.day_micro_usd / MICRO), turn_tokens: brain.turn_tokens === 0 ? USUAL.tokens : String(brain.turn_tokens),
  })
  const choose = api.useMutation('post', '/api/connections', { onSuccess: () => { form.resetField('key'); again() } })
  const sendHosted = sends((told) => choose.mutate({ body: { neighbour: 'brain', brain: name, ...told } }))
  const sendOffline = (event: SubmitEvent) => {
    event.preventDefault()
    const kept = { day_micro_usd: brain.day_micro_usd || Number(USUAL.budget) * MICRO, turn_tokens: brain.turn_tokens || Number(USUAL.tokens) }
    choose.mutate({ body: { neighbour: 'brain', brain: 'offline', key: '', model: '', ...kept } })
  }
  const dollars = new Intl.NumberFormat(i18n.language, { style: 'currency', currency: 'USD', minimumFractionDigits: 2, maximumFractionDigits: 4 })
  return (
    <form className="grid gap-4" noValidate onSubmit={name === 'offline' ? sendOffline : sendHosted}>
      <p className="text-ink-soft">{t('brainText')}</p>
      <Choice label={t('brain')} value={name} options={BRAINS.map((value) => ({ value, label: t(`brains.${value}`) }))} onChange={setName} className="justify-self-start" />
      {name === 'offline' ? null : (
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <Field label={t('key')} hint={t('keyHint')} type="password" autoComplete="off" {...field('key')} />
          <Field label={t('model')} hint={t('modelHint')} {...field('model')} />
          <Field label={t('budget')} inputMode="decimal" required {...field('day_micro_usd')} />
          <Field label={t('tokens')} inputMode="numeric" required {...field('turn_tokens')} />
        </div>
      )}
      <p className="text-sm text-ink-soft">{t('spent', { amount: dollars.format(brain.spent_today_micro_usd / MICRO) })}</p>
      <Refusal error={choose.error} />
      {choose.isSuccess ? <Notice well><Says said={choose.data.said} /></Notice> : null}
      <Button type="submit" className="justify-self-start" disabled={choose.isPending}>{choose.isPending ? t('connecting') : t('set')}</Button>
    </form>
  )
}
