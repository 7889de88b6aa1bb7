import { Plus, X } from 'lucide-react'
import { useFieldArray, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { input, output } from 'zod/mini'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import type { Checked } from '@/components/form'
import type { profiled } from './asked'

const OFTEN = [
  { name: 'CBD', fee: '150', words: 'town, tao' },
  { name: 'Westlands', fee: '250', words: 'sarit' },
  { name: 'Kilimani', fee: '250', words: 'yaya' },
  { name: 'Kasarani', fee: '350', words: '' },
] as const

type Props = { written: Checked<input<typeof profiled>, output<typeof profiled>> }

/** Where the shop delivers and for how much; the usual ones are one tap away. */
export function AreasField({ written: { form: { control }, field } }: Props) {
  const { t } = useTranslation('shop')
  const { fields, append, remove } = useFieldArray({ control, name: 'areas' })
  const areas = useWatch({ control, name: 'areas' })
  const taken = new Set(areas.map((area) => area.name.trim().toLowerCase()))
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 text-sm font-semibold">{t('areas')}</legend>
      <p className="text-sm text-ink-soft">{t('areasText')}</p>
      {fields.map(({ id }, at) => (
        <div key={id} className="grid grid-cols-[minmax(0,1fr)_5.5rem_2.75rem] sm:grid-cols-[minmax(0,1fr)_8rem_2.75rem] items-start gap-2 rounded-2xl bg-sunken p-3">
          <Field label={t('area')} required {...field(`areas.${at}.name`)} />
          <Field label={t('fee')} inputMode="numeric" required {...field(`areas.${at}.fee`)} />
          <Field className="order-last col-span-3" label={t('areaWords')} {...field(`areas.${at}.words`)} />
          <Button kind="bare" shape="round" className="mt-6.5" aria-label={t('removeArea', { area: areas[at]?.name ?? '' })} onClick={() => remove(at)}><X /></Button>
        </div>
      ))}
      <div className="flex flex-wrap items-center gap-2">
        <Button kind="quiet" onClick={() => append({ name: '', fee: '', words: '' })}><Plus aria-hidden />{t('addArea')}</Button>
        {OFTEN.filter((each) => !taken.has(each.name.toLowerCase())).map((each) => (
          <Button key={each.name} kind="bare" aria-label={`${t('addArea')}: ${each.name}`} onClick={() => append({ ...each })}>+ {each.name}</Button>
        ))}
      </div>
    </fieldset>
  )
}
