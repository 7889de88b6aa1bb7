import { ClipboardList, PackagePlus, Plus, Wrench } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/components/button'
import { Card, CardHead } from '@/components/card'
import { Chip } from '@/components/chip'
import type { Product, Steps } from './product'
import { AddSizeDialog, CameDialog, CorrectDialog, CountDialog, type SizeStock } from './stock-dialogs'

type Asking = { what: 'came' | 'correct'; size: SizeStock } | { what: 'count' | 'size' } | null

/** What is there of each size, and how it is set right. */
export function StockCard({ product, steps }: { product: Product; steps: Steps }) {
  const { t } = useTranslation(['catalogue', 'products'])
  const [asking, setAsking] = useState<Asking>(null)
  const close = () => setAsking(null)
  return (
    <Card aria-labelledby="stock">
      <CardHead id="stock" title={t('stock')}>
        {product.archived ? null : <Button kind="quiet" onClick={() => setAsking({ what: 'count' })}><ClipboardList aria-hidden />{t('count')}</Button>}
      </CardHead>
      <ul className="px-5">{product.sizes.map((size) => <SizeLine key={size.variant} size={size} still={product.archived} onAsk={(what) => setAsking({ what, size })} />)}</ul>
      {product.archived ? null : <div className="px-5 pt-2 pb-5"><Button kind="bare" onClick={() => setAsking({ what: 'size' })}><Plus aria-hidden />{t('addSize')}</Button></div>}
      {asking?.what === 'came' ? <CameDialog size={asking.size} steps={steps} onClose={close} /> : null}
      {asking?.what === 'correct' ? <CorrectDialog size={asking.size} steps={steps} onClose={close} /> : null}
      {asking?.what === 'count' ? <CountDialog product={product} onClose={close} /> : null}
      {asking?.what === 'size' ? <AddSizeDialog steps={steps} onClose={close} /> : null}
    </Card>
  )
}

type LineProps = { size: SizeStock; still: boolean; onAsk: (what: 'came' | 'correct') => void }

function SizeLine({ size, still, onAsk }: LineProps) {
  const { t } = useTranslation(['catalogue', 'products'])
  return (
    <li className="flex items-center gap-x-3 border-t border-line py-2.5 first:border-0 sm:gap-x-4">
      <span className="min-w-12 font-semibold sm:min-w-20 sm:text-lg">{size.size}</span>
      <span className="figures flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft">
        <span>
          <span className="font-semibold text-ink">{t('products:available', { count: size.available })}</span>
          {size.reserved > 0 ? ` · ${t('products:held', { count: size.reserved })}` : ''}
        </span>
        {size.low ? <Chip tone="gold">{t('products:low')}</Chip> : null}
        {size.available === 0 ? <Chip tone="berry">{t('products:soldOut')}</Chip> : null}
      </span>
      {still ? null : (
        <span className="flex gap-1">
          <Button kind="quiet" className="px-3.5" aria-label={`${t('came')}: ${size.size}`} onClick={() => onAsk('came')}><PackagePlus aria-hidden />{t('came')}</Button>
          <Button kind="bare" shape="round" aria-label={`${t('lost')}: ${size.size}`} title={t('lost')} onClick={() => onAsk('correct')}><Wrench aria-hidden /></Button>
        </span>
      )}
    </li>
  )
}
