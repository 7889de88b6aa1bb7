import { useTranslation } from 'react-i18next'
import { Button } from '@/components/button'

/** A link with which she chooses her password, to be sent to her; shown this once. */
export function LinkShown({ link, onClose }: { link: string | null; onClose: () => void }) {
  const { t } = useTranslation(['staff', 'frame'])
  const whole = link === null ? null : `${globalThis.location.origin}${link}`
  return (
    <div className="grid gap-4">
      <p>{whole === null ? t('knowsHerPassword') : t('sendLink')}</p>
      {whole === null ? null : <p className="rounded-2xl bg-sunken p-3 font-mono text-sm break-all select-all">{whole}</p>}
      <div className="flex flex-wrap justify-end gap-2">
        {whole === null ? null : <Button kind="quiet" onClick={() => void navigator.clipboard.writeText(whole)}>{t('copy')}</Button>}
        <Button onClick={onClose}>{t('frame:close')}</Button>
      </div>
    </div>
  )
}
