import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { LiveFeed, type Live } from '@/api/live'
import { classes } from '@/components/classes'
import { useNow } from '@/components/now'
import { ago } from '@/words/when'
import { useOnline } from './online'

/** Follows the log as long as the shop is open on this screen. */
export function useLive(): Live {
  const queries = useQueryClient()
  const [feed] = useState(() => new LiveFeed(queries))
  useEffect(() => {
    feed.join()
    return () => feed.leave()
  }, [feed])
  return useSyncExternalStore(feed.watch, feed.current)
}

const DOTS = { live: 'bg-leaf', joining: 'bg-gold animate-breathe', lost: 'bg-berry animate-breathe' }

/** How fresh the page is: the line's state, the age of what is shown, and how far the rows are behind the log. */
export function Freshness({ live, brief = false }: { live: Live; brief?: boolean }) {
  const { t, i18n } = useTranslation()
  const now = useNow()
  const state = useOnline() ? live.state : 'lost'
  const heard = live.heardAt === null ? null : new Date(live.heardAt)
  const age = heard === null ? '' : t('updated', { ago: ago(heard, now > heard ? now : heard, i18n.language) })
  const told = live.behind > 0 ? t('behind', { count: live.behind }) : age
  return (
    <p role="status" className="flex items-center gap-2 text-sm text-ink-soft" title={age}>
      <span aria-hidden className={classes('size-2.5 shrink-0 rounded-full', DOTS[state])} />
      <span className="font-semibold text-ink">{t(state)}</span>
      {brief || told === '' ? null : <span aria-live="off">· {told}</span>}
    </p>
  )
}
