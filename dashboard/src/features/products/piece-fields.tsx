import { useEffect, useRef } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Field } from '@/components/field'
import { useFields } from '@/components/form'
import { Pick } from '@/components/pick'
import { Select } from '@/components/select'
import { Summary } from '@/components/summary'
import { COLOURS, GARMENTS, inWords, keysOf, PATTERNS } from '@/words/clothes'
import type { Piece } from './asked'

/** What a piece is: kind, colours, cloth, name and price. */
export function PieceFields() {
  const { t, i18n } = useTranslation('catalogue')
  const form = useFormContext<Piece>()
  const { control } = form
  const { field: { ref: kindRef, value: garment, onChange: chooseKind } } = useController({ control, name: 'garment' })
  const { field: { ref: coloursRef, value: colours, onChange: chooseColours } } = useController({ control, name: 'colours' })
  const { field: { ref: patternRef, value: pattern, onChange: choosePattern } } = useController({ control, name: 'pattern' })
  const { field, wrong } = useFields(form)
  const words = <K extends string>(table: Record<K, readonly [string, string, ...string[]]>) =>
    keysOf(table).map((value) => ({ value, label: inWords(table[value], i18n.language) }))
  const swatches = words(COLOURS).map((option) => ({ ...option, swatch: COLOURS[option.value][2] }))
  return (
    <>
      <Select ref={kindRef} label={t('kind')} value={garment ?? ''} empty={t('choose')} options={words(GARMENTS)} onChange={chooseKind} error={wrong('garment')} />
      <Pick ref={coloursRef} label={t('colours')} options={swatches} chosen={colours} onChange={chooseColours} error={wrong('colours')} />
      <Pick single ref={patternRef} label={t('pattern')} hint={t('patternHint')} options={words(PATTERNS)} chosen={pattern === null ? [] : [pattern]} onChange={([one]) => choosePattern(one ?? null)} error={wrong('pattern')} />
      <Field label={t('title')} required {...field('title')} />
      <Field label={t('price')} inputMode="numeric" autoComplete="off" required {...field('price')} />
    </>
  )
}

/** What may be added to it. It opens by itself where something in it is wrong. */
export function MoreFields({ withCode = false }: { withCode?: boolean }) {
  const { t } = useTranslation('catalogue')
  const more = useRef<HTMLDetailsElement>(null)
  const { field } = useFields(useFormContext<Piece>())
  const [titleSw, description] = [field('title_sw'), field('description')]
  const code = withCode ? field('sku') : null
  const isWrong = [titleSw, description, code].some((one) => one?.error !== undefined)
  useEffect(() => {
    if (isWrong && more.current !== null) more.current.open = true
  }, [isWrong])
  return (
    <details ref={more} className="group">
      <Summary>{t('more')}</Summary>
      <div className="grid gap-4 pt-2">
        <Field label={t('titleSw')} {...titleSw} />
        <Field label={t('description')} {...description} />
        {code === null ? null : <Field label={t('code')} hint={t('codeHint')} {...code} />}
      </div>
    </details>
  )
}
