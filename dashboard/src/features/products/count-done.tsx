import { useQueryClient } from '@tanstack/react-query'
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import type { Draft, PieceToCount, Refused } from './counted'

const KNOWN = ['stock-moved-since-count', 'count-is-below-reserved', 'count-stands-no-more'] as const

/** What became of the last count: what was set right, what was not and why, and what takes it back. */
export function CountDone({ done, pieces, onUndone }: { done: NonNullable<Draft['done']>; pieces: readonly PieceToCount[]; onUndone: () => void }) {
  const { t } = useTranslation('counting')
  const queries = useQueryClient()
  const [refused, setRefused] = useState<Refused[]>(done.refused)
  const [isUndone, setUndone] = useState(false)
  const undo = api.useMutation('post', '/api/products/stock-take/undo')
  const takeBack = async () => {
    const back = await Promise.all(done.takes.map((one) => undo.mutateAsync({ body: one, params: { header: { 'Idempotency-Key': `${one.take}-back` } } }))).catch(() => null)
    if (back === null) return
    setRefused(back.flatMap((one) => one.refused))
    setUndone(true)
    onUndone()
    await queries.invalidateQueries()
  }
  const taken = done.takes.reduce((sum, one) => sum + one.sizes.length, 0) - done.refused.length
  return (
    <Card role="status" className="mb-4 grid gap-3 border-leaf p-4">
      <p className="font-semibold">{isUndone ? t('undone') : t('done', { count: taken })}</p>
      {refused.length === 0 ? null : <NotTaken refused={refused} pieces={pieces} />}
      {undo.isError ? <p role="alert" className="text-berry-ink">{t('failed')}</p> : null}
      {isUndone || taken === 0 ? null : <div><Button kind="quiet" disabled={undo.isPending} onClick={() => void takeBack()}><Undo2 aria-hidden />{t('undo')}</Button></div>}
    </Card>
  )
}

function NotTaken({ refused, pieces }: { refused: readonly Refused[]; pieces: readonly PieceToCount[] }) {
  const { t } = useTranslation('counting')
  const names = new Map(pieces.flatMap((piece) => piece.sizes.map((size) => [size.variant, `${piece.title} · ${size.size}`] as const)))
  return (
    <div className="text-berry-ink">
      <p className="font-semibold">{t('refused', { count: refused.length })}</p>
      <ul>{refused.map((one) => <li key={one.variant}>{names.get(one.variant)}: {t(`why.${KNOWN.find((known) => known === one.code) ?? 'else'}`, { now: one.on_hand })}</li>)}</ul>
    </div>
  )
}
