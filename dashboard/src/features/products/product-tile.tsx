import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ProductRow } from '@/api/types'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { classes } from '@/components/classes'
import { Picture } from '@/components/picture'

type SizeStock = ProductRow['sizes'][number]
type Props = { product: ProductRow; choosing?: { chosen: boolean; onToggle: () => void } }

/** One piece: picture, price, and what is there of each size. It opens, or is ticked where several are chosen. */
export function ProductTile({ product, choosing }: Props) {
  const { i18n } = useTranslation('products')
  const title = i18n.language === 'sw' && product.title_sw !== '' ? product.title_sw : product.title
  const look = classes('flex h-full flex-col overflow-hidden transition-shadow hover:shadow-lift', choosing?.chosen === true && 'ring-3 ring-clay')
  return (
    <li className="relative">
      <Card aria-label={title} className={look}>
        <Face product={product} title={title} />
        {choosing === undefined ? (
          <Link to="/products/$product" params={{ product: product.id }} aria-label={title} className="absolute inset-0 rounded-3xl" />
        ) : (
          <label className="absolute inset-0 cursor-pointer rounded-3xl p-2">
            <input type="checkbox" aria-label={title} checked={choosing.chosen} onChange={choosing.onToggle} className="size-11 accent-(--clay)" />
          </label>
        )}
      </Card>
    </li>
  )
}

function Face({ product, title }: { product: ProductRow; title: string }) {
  const { t } = useTranslation(['products', 'catalogue'])
  const gone = product.available === 0
  return (
    <>
      <div className="relative">
        <Picture path={product.picture} alt={title} className={classes('aspect-square w-full rounded-none', gone && 'opacity-55 grayscale-50')} />
        {gone ? <Chip tone="berry" className="absolute top-3 left-3">{t('soldOut')}</Chip> : null}
        {product.archived ? <Chip className="absolute top-3 right-3">{t('archived')}</Chip> : null}
        {product.new && !product.archived ? <Chip tone="leaf" className="absolute top-3 right-3">{t('catalogue:newMark')}</Chip> : null}
      </div>
      <div className="flex flex-1 flex-col gap-1 p-3.5 sm:p-4">
        <h2 className="font-sans text-[15px] leading-snug font-semibold">{title}</h2>
        <p className="figures font-display text-lg font-semibold">{product.price.text}</p>
        <ul aria-label={t('stock')} className="mt-auto flex flex-wrap gap-1.5 pt-2">
          {product.sizes.map((size) => <li key={size.variant}><SizeChip size={size} /></li>)}
        </ul>
      </div>
    </>
  )
}

function SizeChip({ size }: { size: SizeStock }) {
  const { t } = useTranslation('products')
  const gone = size.available === 0
  const told = gone ? t('sizeGone', { size: size.size }) : t('sizeLeft', { size: size.size, count: size.available })
  const held = size.reserved > 0 ? `, ${t('held', { count: size.reserved })}` : ''
  return (
    <span title={told + held} className={classes('figures inline-flex min-h-7 items-center gap-1 rounded-lg border px-2 text-[13px] font-semibold', gone && 'border-dashed border-line text-ink-soft line-through', !gone && !size.low && 'border-line', size.low && !gone && 'border-transparent bg-gold-soft text-gold-ink')}>
      <span className="sr-only">{told + held}</span>
      <span aria-hidden>{size.size}</span>
      {gone ? null : <span aria-hidden className={size.low ? '' : 'text-ink-soft'}>{size.available}</span>}
    </span>
  )
}
