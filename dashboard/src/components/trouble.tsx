import { CloudOff, SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from './button'
import { Empty } from './empty'

type Props = { missing?: boolean; trace?: string | null; onRetry: () => void }

/** Something did not load: said plainly, with the one thing to do about it. */
export function Trouble({ missing = false, trace = null, onRetry }: Props) {
  const { t } = useTranslation()
  if (missing) return <Empty icon={<SearchX />} title={t('missing')} text={t('missingText')} />
  return (
    <div role="alert">
      <Empty icon={<CloudOff />} title={t('failed')} text={t('failedText')}>
        <Button onClick={onRetry}>{t('again')}</Button>
        {trace === null ? null : <p className="text-xs break-all text-ink-soft">{t('trace', { trace })}</p>}
      </Empty>
    </div>
  )
}
