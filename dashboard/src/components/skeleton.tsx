import { useTranslation } from 'react-i18next'
import { classes } from './classes'

/** A place that is being filled. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={classes('block animate-breathe rounded-2xl bg-sunken', className)} />
}

/** Several places in a row, told once to screen readers. */
export function Skeletons({ count, className, each }: { count: number; className?: string; each: string }) {
  const { t } = useTranslation()
  return (
    <div role="status" className={className}>
      <span className="sr-only">{t('loading')}</span>
      {Array.from({ length: count }, (_, index) => <Skeleton key={index} className={each} />)}
    </div>
  )
}
