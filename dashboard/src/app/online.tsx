import { WifiOff } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'

function watch(watcher: () => void): () => void {
  globalThis.addEventListener('online', watcher)
  globalThis.addEventListener('offline', watcher)
  return () => {
    globalThis.removeEventListener('online', watcher)
    globalThis.removeEventListener('offline', watcher)
  }
}

/** Whether the browser has a line to the world. */
export const useOnline = (): boolean => useSyncExternalStore(watch, () => navigator.onLine)

/** Says that what is on screen is what was last known. */
export function OfflineBanner() {
  const { t } = useTranslation()
  if (useOnline()) return null
  return (
    <p role="alert" className="flex items-center justify-center gap-2 bg-gold-soft px-4 py-2 text-center text-sm font-semibold text-gold-ink">
      <WifiOff aria-hidden className="size-4 shrink-0" />
      {t('offline')}
    </p>
  )
}
