import { Check } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { classes } from '@/components/classes'
import { Picture } from '@/components/picture'
import { standing, type Counts, type PieceToCount, type SizeToCount } from './counted'

type Props = { piece: PieceToCount; counts: Counts; still: boolean; onCount: (variant: string, one: Counts[string] | null) => void; onFocus: (variant: string) => void }

/** One piece on the rail with its sizes. */
export function CountRow({ piece, counts, still, onCount, onFocus }: Props) {
  return (
    <Card aria-label={piece.title} className="p-4 [contain-intrinsic-size:auto_12rem] [content-visibility:auto]">
      <div className="flex items-center gap-3">
        <Picture path={piece.picture} alt="" sizes="3rem" className="size-12 shrink-0 rounded-xl" />
        <div className="min-w-0">
          <h2 className="text-base leading-tight font-semibold">{piece.title}</h2>
          <p className="figures text-sm text-ink-soft">{piece.sku}</p>
        </div>
      </div>
      <ul className="mt-2">
        {piece.sizes.map((size) => <SizeRow key={size.variant} piece={piece} size={size} counts={counts} still={still} onCount={onCount} onFocus={onFocus} />)}
      </ul>
    </Card>
  )
}

const MOST_DIGITS = 5

function SizeRow({ piece, size, counts, still, onCount, onFocus }: Props & { size: SizeToCount }) {
  const { t } = useTranslation('counting')
  const how = standing(size, counts)
  const one = counts[size.variant]
  const named = { title: piece.title, size: size.size }
  const tell = (counted: number | null) => onCount(size.variant, counted === null ? null : { product: piece.id, counted, seen: size.on_hand })
  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-1 border-t border-line py-2 first:border-0">
      <span className="min-w-11 text-lg font-semibold">{size.size}</span>
      <span className="figures flex min-w-0 flex-1 flex-wrap items-center gap-x-2 text-sm text-ink-soft">
        {t('should', { count: size.on_hand })}{size.reserved > 0 ? `, ${t('held', { count: size.reserved })}` : ''}
        <Difference how={how} by={(one?.counted ?? 0) - size.on_hand} />
      </span>
      <button type="button" disabled={still} aria-label={t('same', { ...named, count: size.on_hand })} aria-pressed={how === 'agrees'} onClick={() => { onFocus(size.variant); tell(size.on_hand) }} className={classes('grid size-11 place-items-center rounded-full border', how === 'agrees' ? 'border-leaf bg-leaf-soft text-leaf-ink' : 'border-line hover:border-line-strong')}>
        <Check aria-hidden className="size-5" />
      </button>
      <input
        data-count aria-label={t('field', named)} inputMode="numeric" enterKeyHint="next" autoComplete="off" maxLength={MOST_DIGITS} disabled={still}
        className="figures min-h-11 w-18 rounded-2xl border border-line-strong/60 bg-surface px-2 text-center text-lg font-semibold" placeholder="–"
        value={one?.counted ?? ''} onFocus={() => onFocus(size.variant)} onKeyDown={toTheNext}
        onChange={(event) => { const typed = event.target.value.replace(/\D/g, ''); tell(typed === '' ? null : Number(typed)) }}
      />
      {how === 'moved' ? <p role="status" className="w-full text-sm text-berry-ink">{t('moved', { before: one?.seen, now: size.on_hand })}</p> : null}
    </li>
  )
}

function Difference({ how, by }: { how: ReturnType<typeof standing>; by: number }) {
  const { t } = useTranslation('counting')
  if (how === 'agrees') return <Chip tone="leaf">{t('agrees')}</Chip>
  if (how !== 'differs') return null
  return <Chip tone={by < 0 ? 'berry' : 'gold'} className="figures">{by > 0 ? `+${by}` : `−${-by}`}</Chip>
}

/** The keyboard's own key goes on to the next size, so that a rail is counted without looking for fields. */
function toTheNext(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter') return
  event.preventDefault()
  const all = [...document.querySelectorAll<HTMLInputElement>('input[data-count]')]
  all[all.indexOf(event.currentTarget) + 1]?.focus()
}
