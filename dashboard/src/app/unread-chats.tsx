import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { classes } from '@/components/classes'

const MANY = 100

/** In how many chats something is new for whoever is signed in. */
export function UnreadChats({ className }: { className?: string }) {
  const { t } = useTranslation('notebook')
  const unread = api.useQuery('get', '/api/conversations/unread')
  const count = unread.data?.chats ?? 0
  if (count === 0) return null
  return (
    <span className={classes('figures grid h-5 min-w-5 place-items-center rounded-full bg-leaf px-1 text-[11px] leading-none font-bold text-ground', className)}>
      <span aria-hidden>{count < MANY ? count : `${MANY - 1}+`}</span>
      <span className="sr-only">{t('unreadChats', { count })}</span>
    </span>
  )
}
