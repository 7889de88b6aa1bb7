import { useTranslation } from 'react-i18next'
import { Button } from '@/components/button'

/** A link with which she chooses her password, or says yes with the one she has; shown this once. */
export function LinkShown({ link, known = false, onClose }: { link: string | null; known?: boolean; onClose: () => void }) {
  const { t } = useTranslation(['staff', 'frame'])
  const whole = link === null ? null : `${globalThis.location.origin}${link}`
  return (
    <div className="grid gap-4">
      <p>{whole === null ? t('isIn') : t(known ? 'sendJoin' : 'sendLink')}</p>
      {whole === null ? null : <p className="rounded-2xl bg-sunken p-3 font-mono text-sm break-all select-all">{whole}</p>}
      <div className="flex flex-wrap justify-end gap-2">
        {whole === null ? null : <Button kind="quiet" onClick={() => void navigator.clipboard.writeText(whole)}>{t('copy')}</Button>}
        <Button onClick={onClose}>{t('frame:close')}</Button>
      </div>
    </div>
  )
}
