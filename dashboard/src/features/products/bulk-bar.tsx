import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { Select } from '@/components/select'
import { useRefusal } from '@/components/use-refusal'
import { useBulk, type BulkField } from './bulk'
import { cents } from './draft'
import { NEW_DAYS } from './product'

type Kind = 'percent' | 'price' | 'low-level' | 'by-sales' | 'mark' | 'unmark' | 'archive' | 'restore'
type Props = { chosen: string[]; onAll: () => void; onNone: () => void }

/** What is done with the pieces chosen, and what takes it back. */
export function BulkBar({ chosen, onAll, onNone }: Props) {
  const { t } = useTranslation('catalogue')
  const [kind, setKind] = useState<Kind>('percent')
  const [typed, setTyped] = useState('')
  const bulk = useBulk()
  const asked = askedOf(kind, typed)
  const kinds: { value: Kind; label: string }[] = [
    { value: 'percent', label: t('bulkPercent') }, { value: 'price', label: t('bulkPriceTo') }, { value: 'low-level', label: t('lowLevel') }, { value: 'by-sales', label: t('bulkBySales') },
    { value: 'mark', label: t('mark') }, { value: 'unmark', label: t('unmark') }, { value: 'archive', label: t('archive') }, { value: 'restore', label: t('restore') },
  ]
  const label = kind === 'percent' || kind === 'price' ? t(kind) : kind === 'low-level' ? t('pieces') : null
  return (
    <Card aria-label={t('select')} className="sticky top-2 z-20 mb-4 grid gap-3 p-4">
      <div className="flex flex-wrap items-center gap-2">
        <p role="status" className="flex-1 font-semibold">{t('selected', { count: chosen.length })}</p>
        <Button kind="bare" onClick={onAll}>{t('selectAll')}</Button>
        <Button kind="bare" onClick={onNone}>{t('selectNone')}</Button>
      </div>
      <div className="flex flex-wrap items-end gap-2">
        <Select label={t('bulkWhat')} hideLabel value={kind} empty={t('choose')} options={kinds} onChange={(next) => setKind(next ?? kind)} className="flex-1 basis-52" />
        {label === null ? null : <Field label={label} hideLabel placeholder={kind === 'percent' ? t('percentHint') : label} inputMode={kind === 'percent' ? 'text' : 'numeric'} value={typed} className="flex-1 basis-40" onChange={(event) => setTyped(event.target.value)} />}
        <Button disabled={bulk.busy || chosen.length === 0 || asked === null} onClick={() => (asked === null ? undefined : bulk.change(chosen, asked.field, asked.value))}>{t('apply')}</Button>
      </div>
      <Told bulk={bulk} />
    </Card>
  )
}

function Told({ bulk }: { bulk: ReturnType<typeof useBulk> }) {
  const { t } = useTranslation('catalogue')
  const why = useRefusal()
  if (bulk.error !== null) return <p role="alert" className="text-berry-ink">{why(bulk.error)}</p>
  if (bulk.last === null) return null
  const { done, undone } = bulk.last
  return (
    <div className="flex flex-wrap items-center gap-3">
      <p role="status" className="text-leaf-ink">{t(undone ? 'undone' : 'bulkDone', { count: done.steps.length })}</p>
      {done.refused.length === 0 ? null : <p className="text-berry-ink">{t('bulkRefused', { count: done.refused.length, codes: done.refused.slice(0, 5).map((one) => one.sku).join(', ') })}</p>}
      {undone || done.steps.length === 0 ? null : <Button kind="quiet" disabled={bulk.busy} onClick={bulk.undo}><Undo2 aria-hidden />{t('undo')}</Button>}
    </div>
  )
}

const BY_SALES = -1
const AT_ONCE = {
  'by-sales': { field: 'low-level', value: BY_SALES }, mark: { field: 'new-days', value: NEW_DAYS }, unmark: { field: 'new-days', value: 0 },
  archive: { field: 'archived', value: 1 }, restore: { field: 'archived', value: 0 },
} as const

/** What is sent for a choice; null while a figure is missing. */
export function askedOf(kind: Kind, typed: string): { field: BulkField; value: number } | null {
  if (kind in AT_ONCE) return AT_ONCE[kind as keyof typeof AT_ONCE]
  if (kind === 'price') {
    const value = cents(typed)
    return value === null ? null : { field: 'price', value }
  }
  if (!/^[+-]?\d{1,3}$/.test(typed.trim())) return null
  const value = Number(typed)
  if (kind === 'percent') return value === 0 || value < -90 ? null : { field: 'percent', value }
  return value < 0 ? null : { field: 'low-level', value }
}
