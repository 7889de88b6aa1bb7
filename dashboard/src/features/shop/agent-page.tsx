import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Card, CardHead } from '@/components/card'
import { PageHead } from '@/components/page-head'
import { Skeletons } from '@/components/skeleton'
import { Trouble } from '@/components/trouble'
import { BrainForm } from './brain-form'
import { LimitsForm } from './limits-form'
import { useOpening } from './queries'
import { AgentStep } from './steps'
import { Versions } from './versions'

/** The agent: edit its voice, try it, publish it, go back; its limits, its brain and what that costs. */
export function AgentPage() {
  const { t } = useTranslation('shop')
  const opening = useOpening()
  const agent = api.useQuery('get', '/api/agent')
  const head = <PageHead title={t('agent')} hint={t('agentText')} />
  if (opening.isPending || agent.isPending) return <>{head}<Skeletons count={3} className="grid gap-3" each="h-40" /></>
  if (opening.data === undefined || agent.data === undefined) return <>{head}<Trouble onRetry={() => { void opening.refetch(); void agent.refetch() }} /></>
  const { voices, limits, brain } = agent.data
  const speaks = voices[0]?.version ?? 0
  return (
    <>
      {head}
      <div className="grid gap-5">
        <Card><CardHead title={t('voice')} hint={t('voiceText')} /><div className="px-5 pb-5"><AgentStep key={speaks} opening={opening.data} label={t('publish')} /></div></Card>
        <div className="grid items-start gap-5 xl:grid-cols-2">
          <Card><CardHead title={t('versions')} /><div className="px-5 pb-5"><Versions voices={voices} /></div></Card>
          <div className="grid gap-5">
            <Card><CardHead title={t('brain')} /><div className="px-5 pb-5"><BrainForm brain={brain} /></div></Card>
            <Card><CardHead title={t('limits')} /><div className="px-5 pb-5"><LimitsForm limits={limits} /></div></Card>
          </div>
        </div>
      </div>
    </>
  )
}
