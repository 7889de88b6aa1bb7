import { useTranslation } from 'react-i18next'
import { Card, CardHead } from '@/components/card'
import { PageHead } from '@/components/page-head'
import { Skeletons } from '@/components/skeleton'
import { Trouble } from '@/components/trouble'
import { ExportCard } from './export-card'
import { ShopHistory } from './history-card'
import { ProfileForm } from './profile-form'
import { useOpening } from './queries'
import { ConnectionsPart } from './steps'

/** The shop itself: its description, where it delivers, its numbers and its tills. */
export function ShopPage() {
  const { t } = useTranslation('shop')
  const opening = useOpening()
  const head = <PageHead title={t('settings')} hint={t('settingsText')} />
  if (opening.isPending) return <>{head}<Skeletons count={3} className="grid gap-3" each="h-40" /></>
  if (opening.data === undefined) return <>{head}<Trouble onRetry={() => void opening.refetch()} /></>
  return (
    <>
      {head}
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <Card><CardHead title={t('step.profile')} hint={t('stepText.profile')} /><div className="px-5 pb-5"><ProfileForm profile={opening.data.profile} label={t('save')} /></div></Card>
        <div className="grid gap-5">
          <Card><CardHead title={t('channels')} hint={t('stepText.whatsapp')} /><div className="px-5 pb-5"><ConnectionsPart kind="numbers" /></div></Card>
          <Card><CardHead title={t('payments')} hint={t('stepText.payments')} /><div className="px-5 pb-5"><ConnectionsPart kind="tills" /></div></Card>
          <ExportCard />
          <ShopHistory />
        </div>
      </div>
    </>
  )
}
