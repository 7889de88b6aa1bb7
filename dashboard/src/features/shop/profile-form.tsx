import { useState, type ChangeEvent, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { TextArea } from '@/components/text-area'
import { AreasField, type AreaDraft } from './areas-field'
import { useAskAgain, type Profile } from './queries'
import { Refusal } from './refusal'

const CENTS = 100
const words = (text: string): string[] => text.split(',').map((word) => word.trim()).filter((word) => word !== '')
const draftOf = (profile: Profile): AreaDraft[] =>
  profile.areas.map((area) => ({ name: area.name, fee: String(area.fee.cents / CENTS), words: area.words.join(', ') }))

type Props = { profile: Profile; label: string; onSaved?: () => void }

/** Where, when and on what terms the shop sells. */
export function ProfileForm({ profile, label, onSaved }: Props) {
  const { t } = useTranslation('shop')
  const again = useAskAgain()
  const [told, setTold] = useState(profile)
  const [areas, setAreas] = useState(draftOf(profile))
  const save = api.useMutation('put', '/api/profile', { onSuccess: () => { again(); onSaved?.() } })
  const set = (field: 'name' | 'town' | 'street' | 'hours' | 'return_policy' | 'kra_pin') => (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
    setTold({ ...told, [field]: event.target.value })
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const { name, town, street, hours, return_policy, kra_pin } = told
    const named = areas.map((area) => ({ name: area.name, fee: Number(area.fee) * CENTS, words: words(area.words) }))
    save.mutate({ body: { name, town, street, hours, return_policy, kra_pin, areas: named } })
  }
  return (
    <form className="grid gap-4" onSubmit={send}>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label={t('name')} value={told.name} required maxLength={120} onChange={set('name')} />
        <Field label={t('town')} value={told.town} required maxLength={120} onChange={set('town')} />
        <Field label={t('street')} hint={t('streetHint')} value={told.street} maxLength={200} onChange={set('street')} />
        <Field label={t('hours')} hint={t('hoursHint')} value={told.hours} required maxLength={200} onChange={set('hours')} />
      </div>
      <TextArea label={t('returns')} hint={t('returnsHint')} value={told.return_policy} maxLength={800} rows={2} onChange={set('return_policy')} />
      <AreasField areas={areas} onChange={setAreas} />
      <Field label={t('kra')} hint={t('kraHint')} value={told.kra_pin} maxLength={11} autoCapitalize="characters" onChange={set('kra_pin')} />
      <Refusal error={save.error} />
      {save.isSuccess && onSaved === undefined ? <Notice well>{t('saved')}</Notice> : null}
      <Button type="submit" disabled={save.isPending}>{label}</Button>
    </form>
  )
}
