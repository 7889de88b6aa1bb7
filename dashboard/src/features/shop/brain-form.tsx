import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import type { components } from '@/api/schema'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { useAskAgain } from './queries'
import { Refusal } from './refusal'

const BRAINS = ['offline', 'gemini', 'claude'] as const
type Brain = (typeof BRAINS)[number]
const MICRO = 1_000_000
const USUAL = { budget: '2', tokens: '30000' }

/** What the agent thinks with, and how much it may think. */
export function BrainForm({ brain }: { brain: components['schemas']['BrainCard'] }) {
  const { t, i18n } = useTranslation('shop')
  const again = useAskAgain()
  const [name, setName] = useState<Brain>(BRAINS.find((each) => each === brain.brain) ?? 'offline')
  const [key, setKey] = useState('')
  const [model, setModel] = useState(brain.model)
  const [budget, setBudget] = useState(brain.day_micro_usd === 0 ? USUAL.budget : String(brain.day_micro_usd / MICRO))
  const [tokens, setTokens] = useState(brain.turn_tokens === 0 ? USUAL.tokens : String(brain.turn_tokens))
  const choose = api.useMutation('post', '/api/connections', { onSuccess: () => { setKey(''); again() } })
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const hosted = name === 'offline' ? { key: '', model: '' } : { key, model }
    choose.mutate({ body: { neighbour: 'brain', brain: name, ...hosted, day_micro_usd: Math.round(Number(budget) * MICRO), turn_tokens: Number(tokens) } })
  }
  const dollars = new Intl.NumberFormat(i18n.language, { style: 'currency', currency: 'USD', minimumFractionDigits: 2, maximumFractionDigits: 4 })
  return (
    <form className="grid gap-4" onSubmit={send}>
      <p className="text-ink-soft">{t('brainText')}</p>
      <Choice label={t('brain')} value={name} options={BRAINS.map((value) => ({ value, label: t(`brains.${value}`) }))} onChange={setName} className="justify-self-start" />
      {name === 'offline' ? null : (
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('key')} hint={t('keyHint')} type="password" autoComplete="off" value={key} maxLength={600} onChange={(event) => setKey(event.target.value)} />
          <Field label={t('model')} hint={t('modelHint')} value={model} maxLength={80} pattern="[\w.:\-]*" onChange={(event) => setModel(event.target.value)} />
          <Field label={t('budget')} inputMode="decimal" pattern="[0-9]{1,3}(\.[0-9]{1,4})?" required value={budget} onChange={(event) => setBudget(event.target.value)} />
          <Field label={t('tokens')} inputMode="numeric" pattern="[0-9]{1,6}" required value={tokens} onChange={(event) => setTokens(event.target.value)} />
        </div>
      )}
      <p className="text-sm text-ink-soft">{t('spent', { amount: dollars.format(brain.spent_today_micro_usd / MICRO) })}</p>
      <Refusal error={choose.error} />
      {choose.isSuccess ? <Notice well>{choose.data.says}</Notice> : null}
      <Button type="submit" className="justify-self-start" disabled={choose.isPending}>{choose.isPending ? t('connecting') : t('set')}</Button>
    </form>
  )
}
