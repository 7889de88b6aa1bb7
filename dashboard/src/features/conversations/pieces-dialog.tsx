import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import type { Conversation, ProductRow } from '@/api/types'
import { Button } from '@/components/button'
import { classes } from '@/components/classes'
import { Dialog } from '@/components/dialog'
import { Picture } from '@/components/picture'
import { SearchLine } from '@/components/search-line'
import { Skeletons } from '@/components/skeleton'
import { TextArea } from '@/components/text-area'
import { useOfferPieces } from './stand-in'

const MOST = 5
const LONGEST = 300
type Props = { chat: Conversation; onClose: () => void }

/** Pieces that are shown to her, in the order in which they are tapped. */
export function PiecesDialog({ chat, onClose }: Props) {
  const { t } = useTranslation('showing')
  const [q, setQ] = useState('')
  const [chosen, setChosen] = useState<string[]>([])
  const [words, setWords] = useState('')
  // To give back what was above the agent's limit is to allow it: that is done on purpose only.
  const [toAgent, setToAgent] = useState(chat.reason !== 'limit')
  const offer = useOfferPieces(chat.id, onClose)
  const ask = useCallback((word: string) => setQ(word), [])
  const turn = (id: string) => setChosen((before) => (before.includes(id) ? before.filter((one) => one !== id) : before.length < MOST ? [...before, id] : before))
  return (
    <Dialog open onOpenChange={(next) => (next ? undefined : onClose())} title={t('piecesTitle')} text={t('piecesText')}>
      <SearchLine asked={q} label={t('search')} onAsk={ask} />
      <Shelf q={q} chosen={chosen} onTurn={turn} />
      <TextArea label={t('words')} rows={1} maxLength={LONGEST} value={words} onChange={(event) => setWords(event.target.value)} />
      <div>
        <label className="flex min-h-11 items-center gap-3 font-semibold">
          <input type="checkbox" checked={toAgent} className="size-11 shrink-0 accent-(--clay)" onChange={(event) => setToAgent(event.target.checked)} />
          {t('toAgent')}
        </label>
        <p className="text-sm text-ink-soft">{t('toAgentText')}</p>
      </div>
      <p role="status" className="text-sm text-berry-ink empty:hidden">{offer.trouble}</p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button kind="bare" onClick={onClose}>{t('close', { ns: 'frame' })}</Button>
        <Button disabled={offer.busy || chosen.length === 0} onClick={() => offer.send(chosen, words.trim(), toAgent)}>{t('sendPieces', { count: chosen.length })}</Button>
      </div>
    </Dialog>
  )
}

function Shelf({ q, chosen, onTurn }: { q: string; chosen: readonly string[]; onTurn: (id: string) => void }) {
  const { t } = useTranslation('showing')
  const found = api.useQuery('get', '/api/products', { params: { query: { limit: 30, ...(q !== '' && { q }) } } })
  if (found.isPending) return <Skeletons count={3} className="grid gap-2" each="h-16" />
  const rows = (found.data?.items ?? []).filter((row) => row.available > 0 && !row.archived)
  if (rows.length === 0) return <p className="text-ink-soft">{t('none')}</p>
  return (
    <ul aria-label={t('pieces')} className="grid max-h-[34dvh] grid-cols-[minmax(0,1fr)] gap-1 overflow-y-auto">
      {rows.map((row) => <Entry key={row.id} row={row} place={chosen.indexOf(row.id)} full={chosen.length >= MOST} onTurn={onTurn} />)}
    </ul>
  )
}

function Entry({ row, place, full, onTurn }: { row: ProductRow; place: number; full: boolean; onTurn: (id: string) => void }) {
  const { t } = useTranslation('showing')
  const isChosen = place >= 0
  const sizes = row.sizes.filter((one) => one.available > 0).map((one) => one.size).join(', ')
  return (
    <li>
      <button
        type="button" aria-pressed={isChosen} disabled={full && !isChosen} title={full && !isChosen ? t('most') : undefined} onClick={() => onTurn(row.id)}
        className={classes('flex min-h-16 w-full items-center gap-3 rounded-2xl px-2 py-1.5 text-left hover:bg-sunken disabled:opacity-50', isChosen && 'bg-clay-soft')}
      >
        <Picture path={row.picture} alt="" sizes="3rem" className="size-12 shrink-0 rounded-xl" />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-semibold">{row.title}</span>
          <span className="figures block truncate text-sm text-ink-soft">{t('from', { price: row.price.text, sizes })}</span>
        </span>
        <span aria-hidden className={classes('figures grid size-8 shrink-0 place-items-center rounded-full border font-bold', isChosen ? 'border-clay bg-clay text-on-clay' : 'border-line')}>{isChosen ? place + 1 : ''}</span>
      </button>
    </li>
  )
}
