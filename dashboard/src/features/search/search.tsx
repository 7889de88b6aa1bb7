import { Search as Glass } from 'lucide-react'
import { lazy, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '@/components/dialog'

const Finder = lazy(() => import('./finder'))

/** A bar that opens the search of the whole shop. */
export function SearchBar({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation('search')
  return (
    <button type="button" aria-label={t('title')} onClick={onOpen} className="flex min-h-11 w-full items-center gap-2.5 rounded-full border border-line bg-sunken px-4 text-left text-ink-soft hover:border-line-strong">
      <Glass aria-hidden className="size-4.5 shrink-0" />
      <span className="flex-1 truncate lg:hidden">{t('title')}</span>
      <span aria-hidden className="hidden flex-1 lg:inline">{t('bar')}</span>
      <kbd aria-hidden className="hidden rounded-md border border-line bg-surface px-1.5 font-sans text-xs lg:inline">{t('keys')}</kbd>
    </button>
  )
}

/** The search itself; Ctrl-K opens it from anywhere. */
export function SearchDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { t } = useTranslation('search')
  const [opened, setOpened] = useState(0)
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      setOpened((times) => times + 1)
      onOpenChange(true)
    }
    globalThis.addEventListener('keydown', heard)
    return () => globalThis.removeEventListener('keydown', heard)
  }, [onOpenChange])
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('title')}>
      <Finder key={opened} onDone={() => onOpenChange(false)} />
    </Dialog>
  )
}
