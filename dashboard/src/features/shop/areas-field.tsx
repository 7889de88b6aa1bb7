import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/components/button'
import { Field } from '@/components/field'

export type AreaDraft = { name: string; fee: string; words: string }

const OFTEN = [
  { name: 'CBD', fee: '150', words: 'town, tao' },
  { name: 'Westlands', fee: '250', words: 'sarit' },
  { name: 'Kilimani', fee: '250', words: 'yaya' },
  { name: 'Kasarani', fee: '350', words: '' },
] as const

type Props = { areas: readonly AreaDraft[]; onChange: (areas: AreaDraft[]) => void }

/** Where the shop delivers and for how much; the usual ones are one tap away. */
export function AreasField({ areas, onChange }: Props) {
  const { t } = useTranslation('shop')
  const set = (at: number, change: Partial<AreaDraft>) => onChange(areas.map((area, place) => (place === at ? { ...area, ...change } : area)))
  const taken = new Set(areas.map((area) => area.name.trim().toLowerCase()))
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 text-sm font-semibold">{t('areas')}</legend>
      <p className="text-sm text-ink-soft">{t('areasText')}</p>
      {areas.map((area, at) => (
        <div key={at} className="grid grid-cols-[minmax(0,1fr)_5.5rem_2.75rem] sm:grid-cols-[minmax(0,1fr)_8rem_2.75rem] items-end gap-2 rounded-2xl bg-sunken p-3">
          <Field label={t('area')} value={area.name} required maxLength={120} onChange={(event) => set(at, { name: event.target.value })} />
          <Field label={t('fee')} inputMode="numeric" pattern="[0-9]{1,6}" value={area.fee} required onChange={(event) => set(at, { fee: event.target.value })} />
          <Field className="order-last col-span-3" label={t('areaWords')} value={area.words} maxLength={300} onChange={(event) => set(at, { words: event.target.value })} />
          <Button kind="bare" shape="round" aria-label={t('removeArea', { area: area.name })} onClick={() => onChange(areas.filter((_, place) => place !== at))}><X /></Button>
        </div>
      ))}
      <div className="flex flex-wrap items-center gap-2">
        <Button kind="quiet" onClick={() => onChange([...areas, { name: '', fee: '', words: '' }])}><Plus aria-hidden />{t('addArea')}</Button>
        {OFTEN.filter((each) => !taken.has(each.name.toLowerCase())).map((each) => (
          <Button key={each.name} kind="bare" aria-label={`${t('addArea')}: ${each.name}`} onClick={() => onChange([...areas, { ...each }])}>+ {each.name}</Button>
        ))}
      </div>
    </fieldset>
  )
}
