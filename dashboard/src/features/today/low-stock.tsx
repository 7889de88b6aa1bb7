import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Today } from '@/api/types'
import { Button } from '@/components/button'
import { Card, CardHead } from '@/components/card'
import { Chip } from '@/components/chip'
import { Picture } from '@/components/picture'

const SHOWN = 6

/** The sizes that are nearly gone. */
export function LowStock({ sizes }: { sizes: Today['low_stock'] }) {
  const { t } = useTranslation('today')
  if (sizes.length === 0) return null
  return (
    <Card aria-labelledby="low" className="lg:col-span-3">
      <CardHead id="low" title={t('lowTitle')}>
        <Button kind="bare" asChild><Link to="/products" search={{ stock: 'low' }}>{t('seeAll')}</Link></Button>
      </CardHead>
      <ul className="grid gap-x-8 gap-y-3 px-5 pb-5 sm:grid-cols-2 lg:grid-cols-3">
        {sizes.slice(0, SHOWN).map((size) => (
          <li key={size.product + size.size} className="flex items-center gap-3">
            <Picture path={size.picture} alt="" className="size-12" />
            <span className="min-w-0 flex-1">
              <span className="block truncate font-semibold">{size.title}</span>
              <span className="text-sm text-ink-soft">{size.size}</span>
            </span>
            <Chip tone={size.available === 0 ? 'berry' : 'gold'}>{t('left', { count: size.available })}</Chip>
          </li>
        ))}
      </ul>
    </Card>
  )
}
