import { MessagesSquare } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** Beside the list while no chat is open. */
export function NoConversation() {
  const { t } = useTranslation('conversations')
  return (
    <div className="grid h-full place-content-center justify-items-center gap-3 rounded-3xl border border-dashed border-line text-ink-soft">
      <MessagesSquare aria-hidden className="size-10" strokeWidth={1.4} />
      <p>{t('pick')}</p>
    </div>
  )
}
