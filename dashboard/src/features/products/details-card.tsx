import { Archive, ArchiveRestore, Pencil, Sparkles } from 'lucide-react'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/components/button'
import { Card, CardHead } from '@/components/card'
import { Dialog } from '@/components/dialog'
import { Field } from '@/components/field'
import { COLOURS, GARMENTS, inWords, PATTERNS } from '@/words/clothes'
import { cents, EMPTY, type Draft } from './draft'
import { MoreFields, PieceFields } from './piece-fields'
import { NEW_DAYS, quietly, type Product, type Steps } from './product'
import { useWhy } from './why'

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
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5 px-5">
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

const draftOf = (product: Product): Draft => ({
  ...EMPTY, title: product.title, titleSw: product.title_sw, description: product.description, price: String(product.price.cents / 100),
  garment: product.garment, colours: product.colours, pattern: product.pattern,
})

function EditDialog({ product, steps, onClose }: { product: Product; steps: Steps; onClose: () => void }) {
  const { t } = useTranslation(['catalogue', 'frame'])
  const why = useWhy()
  const [draft, setDraft] = useState(() => draftOf(product))
  const [low, setLow] = useState(product.low_level === null ? '' : String(product.low_level))
  const price = cents(draft.price)
  const change = (some: Partial<Draft>) => setDraft({ ...draft, ...some })
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    const { title, description, garment, colours, pattern } = draft
    void steps.change({ title, title_sw: draft.titleSw, description, garment, colours, pattern, price, low_level: low === '' ? null : Number(low) }).then(onClose, () => undefined)
  }
  return (
    <Dialog open onOpenChange={(next) => (next ? undefined : onClose())} title={t('editTitle')}>
      <form className="grid gap-4" onSubmit={save}>
        <PieceFields draft={draft} onChange={change} />
        <Field label={t('lowLevel')} hint={t('lowHint')} inputMode="numeric" value={low} onChange={(event) => setLow(event.target.value.replace(/\D/g, '').slice(0, 5))} />
        <MoreFields draft={draft} onChange={change} />
        <p role="alert" className="text-berry-ink empty:hidden">{steps.error === null ? null : why(steps.error)}</p>
        <div className="flex flex-wrap justify-end gap-2">
          <Button kind="bare" onClick={onClose}>{t('frame:close')}</Button>
          <Button type="submit" disabled={steps.busy || price === null || draft.title.trim() === '' || draft.colours.length === 0}>{t('keep')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
