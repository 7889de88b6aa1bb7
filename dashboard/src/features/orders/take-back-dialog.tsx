import { Minus, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Order } from '@/api/types'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { Field } from '@/components/field'
import { useChecked } from '@/components/form'
import { Pick } from '@/components/pick'
import { takenBack } from './asked'
import { chosenOf, leavesNothing, leftOf, linesLeft, useTakingBack, worthOf, type Counts, type Line, type Wish } from './taking-back'

const REASONS = ['returned', 'faulty', 'missing', 'goodwill'] as const satisfies readonly Wish['reason'][]

/** Which pieces come back, and how much money goes back for them: the sum follows the pieces until she writes one. */
export default function TakeBackDialog({ order, onClose, onDone }: { order: Order; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation(['takingBack', 'frame'])
  const [counts, setCounts] = useState<Counts>({})
  const [reason, setReason] = useState<Wish['reason']>('returned')
  const [shelved, setShelved] = useState(true)
  const [nothing, setNothing] = useState(false)
  const taking = useTakingBack(order, onDone)
  const { form, field, sends } = useChecked(takenBack(order.may_go_back.cents), { refund: '0' })
  const pieces = chosenOf(counts)
  const none = leavesNothing(order, counts)
  const count = (line: Line, quantity: number) => {
    const next = { ...counts, [line.variant]: quantity }
    setCounts(next)
    setNothing(false)
    if (!form.formState.dirtyFields.refund) form.resetField('refund', { defaultValue: String(Math.floor(worthOf(order, next) / 100)) })
  }
  const send = sends(({ refund }) => {
    if (pieces.length === 0 && refund === 0) setNothing(true)
    else taking.send({ pieces, refund, reason, on_shelf: shelved && pieces.length > 0 })
  })
  const trouble = none ? t('nothingLeft') : nothing ? t('nothing') : taking.trouble === null ? null : t(taking.trouble)
  return (
    <Dialog open onOpenChange={(next) => (next ? undefined : onClose())} title={t('title', { number: order.number })} text={t('text')}>
      <form className="grid gap-4" noValidate onSubmit={send}>
        <div role="group" aria-label={t('pieces')} className="grid gap-2">
          <p className="text-sm font-semibold">{t('pieces')}</p>
          {linesLeft(order).map((line) => <Back key={line.variant} line={line} count={counts[line.variant] ?? 0} onCount={(quantity) => count(line, quantity)} />)}
        </div>
        <Field label={t('refund')} hint={t('most', { amount: order.may_go_back.text })} inputMode="numeric" autoComplete="off" required {...field('refund')} />
        <Pick single label={t('reason')} options={REASONS.map((one) => ({ value: one, label: t(`reasons.${one}`) }))} chosen={[reason]} onChange={([one]) => { setReason(one ?? reason); setShelved(one !== 'faulty') }} />
        {pieces.length === 0 ? null : (
          <label className="flex min-h-11 items-center gap-2 font-semibold">
            <input type="checkbox" className="size-11 shrink-0 accent-(--clay)" checked={shelved} onChange={(event) => setShelved(event.target.checked)} />
            {t('shelf')}
          </label>
        )}
        <p role="alert" className="text-berry-ink empty:hidden">{trouble}</p>
        <div className="flex flex-wrap justify-end gap-2">
          <Button kind="bare" onClick={onClose}>{t('frame:close')}</Button>
          <Button type="submit" disabled={taking.busy || none}>{t('send')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

function Back({ line, count, onCount }: { line: Line; count: number; onCount: (count: number) => void }) {
  const { t } = useTranslation('takingBack')
  const what = `${line.title}, ${line.size}`
  return (
    <div className="flex items-center gap-1.5 rounded-3xl border border-line bg-sunken p-1.5 pl-4">
      <span className="min-w-0 flex-1">
        <span className="block leading-tight font-semibold">{line.title}</span>
        <span className="figures text-sm text-ink-soft">{t('left', { size: line.size, count: leftOf(line) })} · {line.unit_price.text}</span>
      </span>
      <Button kind="bare" shape="round" aria-label={t('fewer', { what })} disabled={count === 0} onClick={() => onCount(count - 1)}><Minus aria-hidden /></Button>
      <output aria-label={what} className="figures min-w-6 text-center text-lg font-semibold">{count}</output>
      <Button kind="bare" shape="round" aria-label={t('another', { what })} disabled={count === leftOf(line)} onClick={() => onCount(count + 1)}><Plus aria-hidden /></Button>
    </div>
  )
}
