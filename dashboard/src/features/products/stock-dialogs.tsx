import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { Field } from '@/components/field'
import { Pick } from '@/components/pick'
import type { Product, Steps } from './product'
import { useWhy } from './why'

export type SizeStock = Product['sizes'][number]
const REASONS = ['torn', 'lost', 'found', 'returned', 'counted'] as const

type AskProps = { title: string; text?: string; busy: boolean; ready: boolean; trouble: string | null; onClose: () => void; onSend: () => void; children: ReactNode }

/** A dialog with fields, sent by one button. What went wrong stands in it, and what was typed stays. */
function Ask({ title, text, busy, ready, trouble, onClose, onSend, children }: AskProps) {
  const { t } = useTranslation(['catalogue', 'frame'])
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    onSend()
  }
  return (
    <Dialog open onOpenChange={(next) => (next ? undefined : onClose())} title={title} {...(text === undefined ? {} : { text })}>
      <form className="grid gap-4" onSubmit={send}>
        {children}
        <p role="alert" className="text-berry-ink empty:hidden">{trouble}</p>
        <div className="flex flex-wrap justify-end gap-2">
          <Button kind="bare" onClick={onClose}>{t('frame:close')}</Button>
          <Button type="submit" disabled={busy || !ready}>{t('keep')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

const whole = (typed: string): number | null => (/^-?\d{1,6}$/.test(typed.trim()) ? Number(typed) : null)

type SizeProps = { size: SizeStock; steps: Steps; onClose: () => void }

/** Pieces that came in. */
export function CameDialog({ size, steps, onClose }: SizeProps) {
  const { t } = useTranslation('catalogue')
  const why = useWhy()
  const [typed, setTyped] = useState('')
  const count = whole(typed)
  const send = () => void steps.receive(size.variant, count ?? 0).then(onClose, () => undefined)
  return (
    <Ask title={t('cameTitle', { size: size.size })} busy={steps.busy} ready={count !== null && count > 0} trouble={steps.error === null ? null : why(steps.error)} onClose={onClose} onSend={send}>
      <Field label={t('pieces')} inputMode="numeric" autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
    </Ask>
  )
}

/** Pieces found or lost, and why. */
export function CorrectDialog({ size, steps, onClose }: SizeProps) {
  const { t } = useTranslation('catalogue')
  const why = useWhy()
  const [typed, setTyped] = useState('-1')
  const [reason, setReason] = useState<(typeof REASONS)[number]>('torn')
  const by = whole(typed)
  const send = () => void steps.correct(size.variant, by ?? 0, reason).then(onClose, () => undefined)
  return (
    <Ask title={t('lostTitle', { size: size.size })} busy={steps.busy} ready={by !== null && by !== 0} trouble={steps.error === null ? null : why(steps.error)} onClose={onClose} onSend={send}>
      <Field label={t('change')} hint={t('changeHint')} autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
      <Pick single label={t('reason')} options={REASONS.map((one) => ({ value: one, label: t(`reasons.${one}`) }))} chosen={[reason]} onChange={([one]) => setReason(one ?? reason)} />
    </Ask>
  )
}

/** A size more. */
export function AddSizeDialog({ steps, onClose }: { steps: Steps; onClose: () => void }) {
  const { t } = useTranslation('catalogue')
  const why = useWhy()
  const [size, setSize] = useState('')
  const [typed, setTyped] = useState('1')
  const count = whole(typed)
  const send = () => void steps.addSize(size.trim(), count ?? 0).then(onClose, () => undefined)
  return (
    <Ask title={t('addSize')} busy={steps.busy} ready={size.trim() !== '' && count !== null && count >= 0} trouble={steps.error === null ? null : why(steps.error)} onClose={onClose} onSend={send}>
      <Field label={t('size')} hint={t('otherSizeHint')} maxLength={12} value={size} onChange={(event) => setSize(event.target.value)} />
      <Field label={t('pieces')} inputMode="numeric" value={typed} onChange={(event) => setTyped(event.target.value)} />
    </Ask>
  )
}

/** All sizes counted at once; those left as they are are not touched. */
export function CountDialog({ product, onClose }: { product: Product; onClose: () => void }) {
  const { t } = useTranslation('catalogue')
  const why = useWhy()
  const queries = useQueryClient()
  const [typed, setTyped] = useState<Record<string, string>>({})
  const [refused, setRefused] = useState<string | null>(null)
  const take = api.useMutation('post', '/api/products/stock-take')
  const counts = product.sizes.flatMap((size) => {
    const counted = whole(typed[size.variant] ?? '')
    return counted === null || counted < 0 ? [] : [{ product: product.id, variant: size.variant, counted }]
  })
  const send = () => take.mutate({ body: { counts, reason: 'counted' }, params: { header: { 'Idempotency-Key': crypto.randomUUID() } } }, {
    onSuccess: (taken) => {
      void queries.invalidateQueries()
      const names = product.sizes.filter((size) => taken.refused.some((one) => one.variant === size.variant)).map((size) => size.size)
      if (names.length === 0) onClose()
      else setRefused(`${names.join(', ')}: ${t('why.count-is-below-reserved')}`)
    },
  })
  return (
    <Ask title={t('countTitle')} text={t('countText')} busy={take.isPending} ready={counts.length > 0} trouble={take.error === null ? refused : why(take.error)} onClose={onClose} onSend={send}>
      {product.sizes.map((size) => (
        <Field key={size.variant} label={t('counted', { size: size.size })} inputMode="numeric" autoComplete="off" placeholder={String(size.on_hand)} value={typed[size.variant] ?? ''} onChange={(event) => setTyped({ ...typed, [size.variant]: event.target.value })} />
      ))}
    </Ask>
  )
}
