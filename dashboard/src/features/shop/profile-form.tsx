import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { useChecked } from '@/components/form'
import { Notice } from '@/components/notice'
import { TextArea } from '@/components/text-area'
import { AreasField } from './areas-field'
import { profiled } from './asked'
import { useAskAgain, type Profile } from './queries'
import { Refusal } from './refusal'

const CENTS = 100

/** The profile as it is written: fees in shillings, an area's other names in one line. */
const writtenOf = ({ name, town, street, hours, return_policy, kra_pin, areas }: Profile) => ({
  name, town, street, hours, return_policy, kra_pin, areas: areas.map((area) => ({ name: area.name, fee: String(area.fee.cents / CENTS), words: area.words.join(', ') })),
})

type Props = { profile: Profile; label: string; onSaved?: () => void }

/** Where, when and on what terms the shop sells. */
export function ProfileForm({ profile, label, onSaved }: Props) {
  const { t } = useTranslation('shop')
  const again = useAskAgain()
  const save = api.useMutation('put', '/api/profile', { onSuccess: () => { again(); onSaved?.() } })
  const written = useChecked(profiled, writtenOf(profile))
  const { field, sends } = written
  return (
    <form className="grid gap-4" noValidate onSubmit={sends((body) => save.mutate({ body }))}>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label={t('name')} required {...field('name')} />
        <Field label={t('town')} required {...field('town')} />
        <Field label={t('street')} hint={t('streetHint')} {...field('street')} />
        <Field label={t('hours')} hint={t('hoursHint')} required {...field('hours')} />
      </div>
      <TextArea label={t('returns')} hint={t('returnsHint')} rows={2} {...field('return_policy')} />
      <AreasField written={written} />
      <Field label={t('kra')} hint={t('kraHint')} autoCapitalize="characters" {...field('kra_pin')} />
      <Refusal error={save.error} />
      {save.isSuccess && onSaved === undefined ? <Notice well>{t('saved')}</Notice> : null}
      <Button type="submit" disabled={save.isPending}>{label}</Button>
    </form>
  )
}
