import { Archive, ArchiveRestore, Pencil, Sparkles } from 'lucide-react'
import { useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Button } from '@/components/button'
import { Card, CardHead } from '@/components/card'
import { Dialog } from '@/components/dialog'
import { Field } from '@/components/field'
import { useChecked } from '@/components/form'
import { useRefusal } from '@/components/use-refusal'
import { COLOURS, GARMENTS, inWords, PATTERNS } from '@/words/clothes'
import { edited } from './asked'
import { MoreFields, PieceFields } from './piece-fields'
import { NEW_DAYS, quietly, type Product, type Steps } from './product'

/** What a piece is said to be, and whether it is offered. */
export function DetailsCard({ product, steps }: { product: Product; steps: Steps }) {
  const { t, i18n } = useTranslation('catalogue')
  const [editing, setEditing] = useState(false)
  const said = [
    [t('kind'), inWords(GARMENTS[product.garment], i18n.language)],
    [t('colours'), product.colours.map((colour) => inWords(COLOURS[colour], i18n.language)).join(', ')],
    [t('pattern'), inWords(PATTERNS[product.pattern], i18n.language)],
    [t('lowLevel'), product.low_level === null ? t('lowBySales') : String(product.low_level)],
  ]
  return (
    <Card aria-labelledby="details">
      <CardHead id="details" title={t('more')}>
        {product.archived ? null : <Button kind="quiet" onClick={() => setEditing(true)}><Pencil aria-hidden />{t('edit')}</Button>}
      </CardHead>
      <dl className="grid grid-cols-2 gap-x-6 sm:grid-cols-[auto_minmax(0,1fr)] gap-y-1.5 px-5">
        {said.map(([what, value]) => [<dt key={what} className="text-ink-soft">{what}</dt>, <dd key={`${what} is`} className="font-semibold">{value}</dd>])}
      </dl>
      {product.description === '' ? null : <p className="px-5 pt-3 whitespace-pre-line">{product.description}</p>}
      <div className="flex flex-wrap gap-2 px-5 pt-4 pb-5">
        {product.archived ? (
          <Button disabled={steps.busy} onClick={() => quietly(steps.restore())}><ArchiveRestore aria-hidden />{t('restore')}</Button>
        ) : (
          <>
            <Button kind="quiet" disabled={steps.busy} onClick={() => quietly(steps.change({ new_days: product.new ? 0 : NEW_DAYS }))}><Sparkles aria-hidden />{t(product.new ? 'unmark' : 'mark')}</Button>
            <Button kind="danger" disabled={steps.busy} onClick={() => quietly(steps.archive())}><Archive aria-hidden />{t('archive')}</Button>
          </>
        )}
      </div>
      {editing ? <EditDialog product={product} steps={steps} onClose={() => setEditing(false)} /> : null}
    </Card>
  )
}

const writtenOf = ({ title, title_sw, description, price, garment, colours, pattern, low_level }: Product) =>
  ({ title, title_sw, description, price: String(price.cents / 100), garment, colours, pattern, low_level: low_level === null ? '' : String(low_level) })

function EditDialog({ product, steps, onClose }: { product: Product; steps: Steps; onClose: () => void }) {
  const { t } = useTranslation(['catalogue', 'frame'])
  const why = useRefusal()
  const { form, field, sends } = useChecked(edited, writtenOf(product))
  const save = sends((told) => void steps.change(told).then(onClose, () => undefined))
  return (
    <Dialog open onOpenChange={(next) => (next ? undefined : onClose())} title={t('editTitle')}>
      <FormProvider {...form}>
        <form className="grid gap-4" noValidate onSubmit={save}>
          <PieceFields />
          <Field label={t('lowLevel')} hint={t('lowHint')} inputMode="numeric" {...field('low_level')} />
          <MoreFields />
          <p role="alert" className="text-berry-ink empty:hidden">{steps.error === null ? null : why(steps.error)}</p>
          <div className="flex flex-wrap justify-end gap-2">
            <Button kind="bare" onClick={onClose}>{t('frame:close')}</Button>
            <Button type="submit" disabled={steps.busy}>{t('keep')}</Button>
          </div>
        </form>
      </FormProvider>
    </Dialog>
  )
}
