import { Link, useLocation } from '@tanstack/react-router'
import { DoorOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/components/button'
import { useOpening } from '@/features/shop/queries'

/** Reminds an owner, on her day's page, that customers cannot buy yet. */
export function OpeningBanner() {
  const { t } = useTranslation('shop')
  const here = useLocation({ select: (place) => place.pathname }) === '/today'
  const opening = useOpening()
  if (!here || opening.data === undefined || opening.data.live) return null
  return (
    <aside className="mb-5 flex flex-wrap items-center gap-4 rounded-3xl bg-gold-soft p-5 text-gold-ink">
      <DoorOpen aria-hidden className="size-7 shrink-0" />
      <p className="min-w-0 flex-1 basis-52"><span className="block font-display text-lg font-semibold">{t('banner')}</span>{t('bannerText')}</p>
      <Button asChild><Link to="/welcome">{t('bannerGo')}</Link></Button>
    </aside>
  )
}
