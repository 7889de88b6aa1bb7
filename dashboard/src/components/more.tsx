import { useTranslation } from 'react-i18next'
import { Button } from './button'

/** Fetches the next page of a list; nothing at its end. */
export function More({ shown, busy, onMore }: { shown: boolean; busy: boolean; onMore: () => void }) {
  const { t } = useTranslation()
  if (!shown) return null
  return <div className="grid justify-center p-4"><Button kind="quiet" disabled={busy} onClick={onMore}>{t('more')}</Button></div>
}
