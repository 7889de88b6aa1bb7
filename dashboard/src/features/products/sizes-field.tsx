import { Minus, Plus } from 'lucide-react'
import { useState } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { useFields } from '@/components/form'
import { Pick } from '@/components/pick'
import { size } from './asked'
import type { Draft } from './draft'

const USUAL = ['S', 'M', 'L', 'XL', 'XXL', 'One size'] as const

/** Which sizes there are, and how many of each: tapped, then counted up. */
export function SizesField() {
  const { t } = useTranslation(['catalogue', 'forms'])
  const form = useFormContext<Draft>()
  const { field: { value: stock, onChange, ref } } = useController({ control: form.control, name: 'stock' })
  const { wrong } = useFields(form)
  const [other, setOther] = useState('')
  const [unread, setUnread] = useState(false)
  const sizes = Object.keys(stock)
  const options = [...new Set([...USUAL, ...sizes])].map((size) => ({ value: size, label: size }))
  const choose = (chosen: string[]) => onChange(Object.fromEntries(chosen.map((size) => [size, stock[size] ?? 1])))
  const write = (text: string) => { setOther(text); setUnread(false) }
  const add = () => {
    const read = size().safeParse(other)
    setUnread(!read.success)
    if (!read.success) return
    choose([...sizes, read.data])
    setOther('')
  }
  return (
    <div className="grid gap-3">
      <Pick ref={ref} label={t('sizes')} options={options} chosen={sizes} onChange={choose} error={wrong('stock')} />
      <ul className="grid gap-2 empty:hidden sm:grid-cols-2">
        {sizes.map((size) => <li key={size}><Stepper size={size} count={stock[size] ?? 0} onChange={(count) => onChange({ ...stock, [size]: count })} /></li>)}
      </ul>
      <div className="flex items-start gap-2">
        <Field label={t('otherSize')} hint={t('otherSizeHint')} value={other} error={unread ? t('forms:size') : undefined} className="flex-1" onChange={(event) => write(event.target.value)} />
        <Button kind="quiet" className="mt-6.5" disabled={other.trim() === ''} onClick={add}>{t('addSize')}</Button>
      </div>
    </div>
  )
}

function Stepper({ size, count, onChange }: { size: string; count: number; onChange: (count: number) => void }) {
  const { t } = useTranslation('catalogue')
  const label = t('piecesOf', { size })
  return (
    <div className="flex items-center gap-1.5 rounded-full border border-line bg-sunken p-1">
      <span className="min-w-14 pl-3 font-semibold">{size}</span>
      <Button kind="bare" shape="round" aria-label={`${label} −1`} disabled={count === 0} onClick={() => onChange(count - 1)}><Minus aria-hidden /></Button>
      <input aria-label={label} inputMode="numeric" value={count} onChange={(event) => onChange(Math.min(100_000, Number(event.target.value.replace(/\D/g, ''))))} className="figures min-h-11 w-full min-w-0 flex-1 rounded-full bg-surface text-center text-base font-semibold" />
      <Button kind="bare" shape="round" aria-label={`${label} +1`} onClick={() => onChange(count + 1)}><Plus aria-hidden /></Button>
    </div>
  )
}
