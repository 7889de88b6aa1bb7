import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { Pick } from '@/components/pick'
import type { Counts, PieceToCount } from './counted'

const REASONS = ['counted', 'lost', 'torn', 'found'] as const

type Props = { open: boolean; pieces: readonly PieceToCount[]; counts: Counts; onClose: () => void; onTake: (reason: string) => void }

/** All that differs, and why, before the stock is set right. */
export function ConfirmCount({ open, pieces, counts, onClose, onTake }: Props) {
  const { t } = useTranslation(['counting', 'catalogue', 'frame'])
  const [reason, setReason] = useState<(typeof REASONS)[number]>('counted')
  const differing = pieces.flatMap((piece) => piece.sizes.map((size) => ({ piece, size, counted: counts[size.variant]?.counted ?? size.on_hand }))).filter(({ size, counted }) => counted !== size.on_hand)
  return (
    <Dialog open={open} onOpenChange={(next) => (next ? undefined : onClose())} title={t('confirm')} text={differing.length === 0 ? t('allAgree') : t('confirmText', { count: differing.length })}>
      <div className="grid gap-4">
        <ul aria-label={t('differs')} className="grid max-h-[40vh] gap-1 overflow-y-auto empty:hidden">
          {differing.map(({ piece, size, counted }) => (
            <li key={size.variant} className="flex justify-between gap-3 border-t border-line py-1.5 first:border-0">
              <span>{piece.title} · {size.size}</span>
              <span className="figures font-semibold whitespace-nowrap">{size.on_hand} → {counted}</span>
            </li>
          ))}
        </ul>
        {differing.length === 0 ? null : <Pick single label={t('reason')} options={REASONS.map((value) => ({ value, label: t(`catalogue:reasons.${value}`) }))} chosen={[reason]} onChange={([one]) => setReason(one ?? reason)} />}
        <div className="flex flex-wrap justify-end gap-2">
          <Button kind="bare" onClick={onClose}>{t('goOn')}</Button>
          <Button onClick={() => onTake(reason)}>{t('take')}</Button>
        </div>
      </div>
    </Dialog>
  )
}

/** Asks once before a count is thrown away. */
export function DropCount({ open, onClose, onDrop }: { open: boolean; onClose: () => void; onDrop: () => void }) {
  const { t } = useTranslation('counting')
  return (
    <Dialog open={open} onOpenChange={(next) => (next ? undefined : onClose())} title={t('dropTitle')} text={t('dropText')}>
      <div className="flex flex-wrap justify-end gap-2">
        <Button kind="quiet" onClick={onClose}>{t('goOn')}</Button>
        <Button kind="danger" onClick={onDrop}>{t('dropIt')}</Button>
      </div>
    </Dialog>
  )
}
