import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Card, CardHead } from '@/components/card'
import { Moment } from '@/components/time'

const SHOWN = 20

/** What auditors looked at, and who took a copy of everything: the owner sees who saw. */
export function ReadsCard() {
  const { t } = useTranslation('exporting')
  const reads = api.useQuery('get', '/api/staff/reads')
  if (reads.data === undefined) return null
  return (
    <Card className="mt-5">
      <CardHead title={t('reads')} hint={t('readsText')} />
      <ul className="grid gap-1 px-5 pb-5">
        {reads.data.length === 0 ? <li className="text-ink-soft">{t('noReads')}</li> : null}
        {reads.data.slice(0, SHOWN).map((one) => (
          <li key={`${one.at}${one.path}`} className="flex flex-wrap justify-between gap-x-3">
            <span className="min-w-0 break-all"><b>{one.name ?? t('somebody')}</b> · {one.route === 'read_export' ? t('tookAll') : one.path}</span>
            <Moment at={one.at} className="text-ink-soft" />
          </li>
        ))}
      </ul>
    </Card>
  )
}
