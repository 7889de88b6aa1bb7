import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { ArrowLeft, ClipboardList } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Button } from '@/components/button'
import { chipLook, ChipsFilter } from '@/components/chips-filter'
import { Empty } from '@/components/empty'
import { More } from '@/components/more'
import { PageHead } from '@/components/page-head'
import { SearchLine } from '@/components/search-line'
import { Skeletons } from '@/components/skeleton'
import { Trouble } from '@/components/trouble'
import { useGradually } from '@/components/use-gradually'
import { ConfirmCount, DropCount } from './count-dialogs'
import { CountDone } from './count-done'
import { CountRow } from './count-row'
import { sought, standing, type Counts, type PieceToCount } from './counted'
import { countSearch, type CountSearch } from './search'
import { useCount } from './use-count'

/** The whole shop counted on one page: by name, size by size, kept on the phone until it is finished. */
export function StockTakePage() {
  const { t } = useTranslation(['counting', 'products'])
  const me = api.useQuery('get', '/api/me')
  const pieces = api.useQuery('get', '/api/products/stock-list')
  return (
    <>
      <Button kind="bare" className="-ml-3 px-3" asChild><Link to="/products"><ArrowLeft aria-hidden />{t('products:title')}</Link></Button>
      <PageHead title={t('title')} hint={t('text')} />
      {pieces.isPending || me.data === undefined ? <Skeletons count={5} className="grid gap-3" each="h-36" />
        : pieces.data === undefined ? <Trouble onRetry={() => void pieces.refetch()} />
          : pieces.data.length === 0 ? <Empty icon={<ClipboardList />} title={t('empty')} text={t('emptyText')} />
            : <Counting key={me.data.boutique.id} pieces={pieces.data} boutique={me.data.boutique.id} still={me.data.role === 'auditor'} />}
    </>
  )
}

const SHOWS = ['all', 'left', 'differs'] as const

function Counting({ pieces, boutique, still }: { pieces: readonly PieceToCount[]; boutique: string; still: boolean }) {
  const { t } = useTranslation(['counting', 'products'])
  const search = useSearch({ from: '/shop/products/stock-take' })
  const navigate = useNavigate({ from: '/products/stock-take' })
  const ask = useCallback((q: string) => void navigate({ search: (kept) => countSearch({ ...kept, q }), replace: true }), [navigate])
  const count = useCount(boutique)
  const [touched, setTouched] = useState<string | null>(null)
  const shown = sought(pieces, count.draft.counts, search.q ?? '', search.show ?? 'all', touched)
  return (
    <>
      {count.draft.done === null ? null : <CountDone key={count.draft.done.takes[0]?.take} done={count.draft.done} pieces={pieces} onUndone={() => setTouched(null)} />}
      <div className="mb-3"><SearchLine asked={search.q ?? ''} label={t('search')} onAsk={ask} /></div>
      <ChipsFilter label={t('show')}>
        {SHOWS.map((show) => <Link key={show} to="/products/stock-take" search={countSearch({ ...search, show })} onClick={() => setTouched(null)} className={chipLook((search.show ?? 'all') === show)}>{show === 'all' ? t('products:all') : t(show)}</Link>)}
      </ChipsFilter>
      {shown.length === 0 ? <Empty icon={<ClipboardList />} title={t('none')} text={t('noneText')} /> : <Rail pieces={shown} search={search} counts={count.draft.counts} still={still || count.busy} onCount={count.count} onFocus={setTouched} />}
      <Bar pieces={pieces} count={count} />
    </>
  )
}

const AT_FIRST = 40

type RailProps = { pieces: readonly PieceToCount[]; search: CountSearch; counts: Counts; still: boolean; onCount: ReturnType<typeof useCount>['count']; onFocus: (variant: string) => void }

function Rail({ pieces, counts, still, onCount, onFocus }: RailProps) {
  const [most, setMost] = useState(AT_FIRST)
  const rows = useGradually(pieces.slice(0, most))
  return (
    <>
      <ul className="grid gap-3 lg:grid-cols-2">
        {rows.map((piece) => <li key={piece.id}><CountRow piece={piece} counts={counts} still={still} onCount={onCount} onFocus={onFocus} /></li>)}
      </ul>
      <More shown={pieces.length > most} busy={false} onMore={() => setMost(most + AT_FIRST)} />
    </>
  )
}

/** How far the count is, and its end. */
function Bar({ pieces, count }: { pieces: readonly PieceToCount[]; count: ReturnType<typeof useCount> }) {
  const { t } = useTranslation('counting')
  const [asking, setAsking] = useState<'finish' | 'drop' | null>(null)
  const close = () => setAsking(null)
  const { counts } = count.draft
  const sizes = pieces.flatMap((piece) => piece.sizes)
  const valid = sizes.filter((size) => ['agrees', 'differs'].includes(standing(size, counts)))
  const differing = valid.filter((size) => standing(size, counts) === 'differs').length
  const stands = new Set(valid.map((size) => size.variant))
  const worth: Counts = Object.fromEntries(Object.entries(counts).filter(([variant]) => stands.has(variant)))
  if (Object.keys(counts).length === 0 && !count.busy) return null
  return (
    <div className="sticky bottom-20 z-20 mt-4 grid gap-2 rounded-3xl border border-line bg-surface p-3 shadow-card lg:bottom-4">
      <div className="flex flex-wrap items-center gap-2">
        <p role="status" className="figures w-full font-semibold sm:w-auto sm:flex-1">{t('progress', { done: valid.length, all: sizes.length })}{differing === 0 ? '' : ` · ${t('differing', { count: differing })}`}</p>
        <Button kind="bare" className="-ml-2 px-3 max-sm:mr-auto" disabled={count.busy} onClick={() => setAsking('drop')}>{t('drop')}</Button>
        <Button disabled={count.busy || valid.length === 0} onClick={() => setAsking('finish')}>{t('finish')}</Button>
      </div>
      {count.busy ? <p role="status" className="text-sm text-ink-soft">{t(count.waits ? 'kept' : 'sending')}</p> : null}
      {count.draft.failed ? <p role="alert" className="text-sm text-berry-ink">{t('failed')}</p> : null}
      <ConfirmCount open={asking === 'finish'} pieces={pieces} counts={worth} onClose={close} onTake={(reason) => { close(); count.take(worth, reason) }} />
      <DropCount open={asking === 'drop'} onClose={close} onDrop={() => { close(); count.drop() }} />
    </div>
  )
}
