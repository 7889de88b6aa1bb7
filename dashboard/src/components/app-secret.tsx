import { Smartphone } from 'lucide-react'
import { QRCodeSVG } from 'qrcode.react'
import { useTranslation } from 'react-i18next'
import { Button } from './button'

type Props = { secret: string; address: string }

/** A secret for an authenticator app: to be scanned by another phone, opened on this one, or typed in by hand. */
export function AppSecret({ secret, address }: Props) {
  const { t } = useTranslation('account')
  return (
    <div className="grid gap-3">
      <p>{t('appHow')}</p>
      <QRCodeSVG value={address} title={t('appCode')} size={216} marginSize={4} level="M" className="max-w-full justify-self-center rounded-2xl" />
      <Button kind="quiet" asChild><a href={address}><Smartphone aria-hidden />{t('openApp')}</a></Button>
      <p className="text-sm text-ink-soft">{t('appKey')}</p>
      <p className="rounded-2xl bg-sunken p-3 font-mono text-sm break-all select-all">{secret}</p>
    </div>
  )
}
