import { useTranslation } from 'react-i18next'
import type { ProductRow } from '@/api/types'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { classes } from '@/components/classes'
import { Picture } from '@/components/picture'

type SizeStock = ProductRow['sizes'][number]

/** One piece: picture, price, and what is there of each size. */
export function ProductTile({ product }: { product: ProductRow }) {
  const { t, i18n } = useTranslation('products')
  const title = i18n.language === 'sw' && product.title_sw !== '' ? product.title_sw : product.title
  const gone = product.available === 0
  return (
    <li>
      <Card aria-label={title} className="flex h-full flex-col overflow-hidden">
        <div className="relative">
          <Picture path={product.picture} alt={title} className={classes('aspect-square w-full rounded-none', gone && 'opacity-55 grayscale-50')} />
          {gone ? <Chip tone="berry" className="absolute top-3 left-3">{t('soldOut')}</Chip> : null}
          {product.archived ? <Chip className="absolute top-3 right-3">{t('archived')}</Chip> : null}
        </div>
        <div className="flex flex-1 flex-col gap-1 p-3.5 sm:p-4">
          <h2 className="font-sans text-[15px] leading-snug font-semibold">{title}</h2>
          <p className="figures font-display text-lg font-semibold">{product.price.text}</p>
          <ul aria-label={t('stock')} className="mt-auto flex flex-wrap gap-1.5 pt-2">
            {product.sizes.map((size) => <li key={size.variant}><SizeChip size={size} /></li>)}
          </ul>
        </div>
      </Card>
    </li>
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
