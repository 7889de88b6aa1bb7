import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Today } from '@/api/types'
import { Button } from '@/components/button'
import { Card, CardHead } from '@/components/card'
import { Chip } from '@/components/chip'
import { Picture } from '@/components/picture'

const SHOWN = 6

/** The sizes that are running out, the first to go before others; each opens its piece, where more can come in. */
export function LowStock({ sizes }: { sizes: Today['low_stock'] }) {
  const { t } = useTranslation('today')
  if (sizes.length === 0) return null
  return (
    <Card aria-labelledby="low" className="lg:col-span-3">
      <CardHead id="low" title={t('lowTitle')}>
        <Button kind="bare" asChild><Link to="/products" search={{ stock: 'low' }}>{t('seeAll')}</Link></Button>
      </CardHead>
      <ul className="grid grid-cols-1 gap-x-4 px-2 pb-3 sm:grid-cols-2 lg:grid-cols-3">
        {sizes.slice(0, SHOWN).map((size) => (
          <li key={size.product + size.size} className="min-w-0">
            <Link to="/products/$product" params={{ product: size.product }} className="flex min-h-11 items-center gap-3 rounded-2xl px-3 py-2 transition-colors hover:bg-sunken">
              <Picture path={size.picture} alt="" sizes="3rem" className="size-12 shrink-0" />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-semibold">{size.title}</span>
                <span className="block truncate text-sm text-ink-soft">{size.size}{size.sold > 0 ? ` · ${t('soldLately', { count: size.sold })}` : null}</span>
              </span>
              <Chip tone="gold">{t('left', { count: size.available })}</Chip>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
