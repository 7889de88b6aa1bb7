import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { ApiProblem } from '@/api/problem'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { Field } from '@/components/field'
import { useChecked } from '@/components/form'
import { Pick } from '@/components/pick'
import { useRefusal } from '@/components/use-refusal'
import { came, corrected, counted, sized } from './asked'
import type { Product, Steps } from './product'

export type SizeStock = Product['sizes'][number]
const REASONS = ['torn', 'lost', 'found', 'returned', 'counted'] as const

type AskProps = { title: string; text?: string; busy: boolean; trouble: string | null; onClose: () => void; onSend: (event: SubmitEvent) => void; children: ReactNode }

/** A dialog with fields, sent by one button. What went wrong stands in it, and what was typed stays. */
function Ask({ title, text, busy, trouble, onClose, onSend, children }: AskProps) {
  const { t } = useTranslation(['catalogue', 'frame'])
  return (
    <Dialog open onOpenChange={(next) => (next ? undefined : onClose())} title={title} {...(text === undefined ? {} : { text })}>
      <form className="grid gap-4" noValidate onSubmit={onSend}>
        {children}
        <p role="alert" className="text-berry-ink empty:hidden">{trouble}</p>
        <div className="flex flex-wrap justify-end gap-2">
          <Button kind="bare" onClick={onClose}>{t('frame:close')}</Button>
          <Button type="submit" disabled={busy}>{t('keep')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

type SizeProps = { size: SizeStock; steps: Steps; onClose: () => void }

/** Pieces that came in. */
export function CameDialog({ size, steps, onClose }: SizeProps) {
  const { t } = useTranslation('catalogue')
  const why = useRefusal()
  const { field, sends } = useChecked(came, { quantity: '' })
  const send = sends(({ quantity }) => void steps.receive(size.variant, quantity).then(onClose, () => undefined))
  return (
    <Ask title={t('cameTitle', { size: size.size })} busy={steps.busy} trouble={steps.error === null ? null : why(steps.error)} onClose={onClose} onSend={send}>
      <Field label={t('pieces')} inputMode="numeric" autoComplete="off" required {...field('quantity')} />
    </Ask>
  )
}

/** Pieces found or lost, and why. */
export function CorrectDialog({ size, steps, onClose }: SizeProps) {
  const { t } = useTranslation('catalogue')
  const why = useRefusal()
  const { field, sends } = useChecked(corrected, { change: '-1' })
  const [reason, setReason] = useState<(typeof REASONS)[number]>('torn')
  const send = sends(({ change }) => void steps.correct(size.variant, change, reason).then(onClose, () => undefined))
  return (
    <Ask title={t('lostTitle', { size: size.size })} busy={steps.busy} trouble={steps.error === null ? null : why(steps.error)} onClose={onClose} onSend={send}>
      <Field label={t('change')} hint={t('changeHint')} autoComplete="off" required {...field('change')} />
      <Pick single label={t('reason')} options={REASONS.map((one) => ({ value: one, label: t(`reasons.${one}`) }))} chosen={[reason]} onChange={([one]) => setReason(one ?? reason)} />
    </Ask>
  )
}

/** A size more. */
export function AddSizeDialog({ steps, onClose }: { steps: Steps; onClose: () => void }) {
  const { t } = useTranslation('catalogue')
  const why = useRefusal()
  const { field, sends } = useChecked(sized, { size: '', stock: '1' })
  const send = sends(({ size, stock }) => void steps.addSize(size, stock).then(onClose, () => undefined))
  return (
    <Ask title={t('addSize')} busy={steps.busy} trouble={steps.error === null ? null : why(steps.error)} onClose={onClose} onSend={send}>
      <Field label={t('size')} hint={t('otherSizeHint')} required {...field('size')} />
      <Field label={t('pieces')} inputMode="numeric" required {...field('stock')} />
    </Ask>
  )
}

const countsOf = (product: Product, counts: Readonly<Record<string, number | null>>) =>
  Object.entries(counts).flatMap(([variant, counted]) => (counted === null ? [] : [{ product: product.id, variant, counted }]))

/** All sizes counted at once; those left as they are are not touched. */
export function CountDialog({ product, onClose }: { product: Product; onClose: () => void }) {
  const { t } = useTranslation('catalogue')
  const why = useRefusal()
  const queries = useQueryClient()
  const [refused, setRefused] = useState<string | null>(null)
  const { field, sends } = useChecked(counted(product.sizes[0]?.variant ?? ''), { counts: Object.fromEntries(product.sizes.map((size) => [size.variant, ''])) })
  const take = api.useMutation('post', '/api/products/stock-take')
  const send = sends(({ counts }) => take.mutate({ body: { counts: countsOf(product, counts), reason: 'counted' }, params: { header: { 'Idempotency-Key': crypto.randomUUID() } } }, {
    onSuccess: (taken) => {
      void queries.invalidateQueries()
      const names = product.sizes.filter((size) => taken.refused.some((one) => one.variant === size.variant)).map((size) => size.size)
      if (names.length === 0) onClose()
      else setRefused(`${names.join(', ')}: ${why(new ApiProblem(409, 'count-is-below-reserved', null, null))}`)
    },
  }))
  return (
    <Ask title={t('countTitle')} text={t('countText')} busy={take.isPending} trouble={take.error === null ? refused : why(take.error)} onClose={onClose} onSend={send}>
      {product.sizes.map((size) => (
        <Field key={size.variant} label={t('counted', { size: size.size })} inputMode="numeric" autoComplete="off" placeholder={String(size.on_hand)} {...field(`counts.${size.variant}`)} />
      ))}
    </Ask>
  )
}
