import { useTranslation } from 'react-i18next'
import { Field } from '@/components/field'
import { Pick } from '@/components/pick'
import { Select } from '@/components/select'
import { COLOURS, GARMENTS, inWords, keysOf, PATTERNS } from '@/words/clothes'
import type { Draft } from './draft'

type Props = { draft: Draft; onChange: (change: Partial<Draft>) => void }

/** What a piece is: kind, colours, cloth, name and price. */
export function PieceFields({ draft, onChange }: Props) {
  const { t, i18n } = useTranslation('catalogue')
  const words = <K extends string>(table: Record<K, readonly [string, string, ...string[]]>) =>
    keysOf(table).map((value) => ({ value, label: inWords(table[value], i18n.language) }))
  const colours = words(COLOURS).map((option) => ({ ...option, swatch: COLOURS[option.value][2] }))
  return (
    <>
      <Select label={t('kind')} value={draft.garment ?? ''} empty={t('choose')} options={words(GARMENTS)} onChange={(garment) => onChange({ garment })} />
      <Pick label={t('colours')} options={colours} chosen={draft.colours} onChange={(chosen) => onChange({ colours: chosen })} />
      <Pick single label={t('pattern')} hint={t('patternHint')} options={words(PATTERNS)} chosen={draft.pattern === null ? [] : [draft.pattern]} onChange={([pattern]) => onChange({ pattern: pattern ?? null })} />
      <Field label={t('title')} value={draft.title} maxLength={120} required onChange={(event) => onChange({ title: event.target.value })} />
      <Field label={t('price')} value={draft.price} inputMode="numeric" autoComplete="off" maxLength={11} required onChange={(event) => onChange({ price: event.target.value })} />
    </>
  )
}

/** What may be added to it. */
export function MoreFields({ draft, onChange, withCode = false }: Props & { withCode?: boolean }) {
  const { t } = useTranslation('catalogue')
  return (
    <details>
      <summary className="flex min-h-11 cursor-pointer items-center font-semibold">{t('more')}</summary>
      <div className="grid gap-4 pt-2">
        <Field label={t('titleSw')} value={draft.titleSw} maxLength={120} onChange={(event) => onChange({ titleSw: event.target.value })} />
        <Field label={t('description')} value={draft.description} maxLength={2000} onChange={(event) => onChange({ description: event.target.value })} />
        {withCode ? <Field label={t('code')} hint={t('codeHint')} value={draft.sku} maxLength={40} onChange={(event) => onChange({ sku: event.target.value })} /> : null}
      </div>
    </details>
  )
}
