import { Download, Link2, UserRoundX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerProfile, ErasureProof } from '@/api/types'
import { Button } from '@/components/button'
import { Card, CardHead } from '@/components/card'
import { Moment } from '@/components/time'
import { ForgetDialog } from './forget-dialog'
import { JoinDialog } from './join-dialog'

/** What only the owner does: give her data out, join two records, forget her; and the proof of it. */
export function HerRights({ profile }: { profile: CustomerProfile }) {
  const { t } = useTranslation('customers')
  const [asking, setAsking] = useState<'join' | 'forget' | null>(null)
  const [proof, setProof] = useState<ErasureProof | null>(null)
  const gone = profile.customer.forgotten
  return (
    <Card aria-labelledby="rights">
      <CardHead id="rights" title={t('rights')} {...(profile.erasure_requested_at !== null && !gone ? { hint: t('asked') } : {})} />
      <div className="grid gap-2.5 px-5 pb-5">
        {proof === null ? null : <Proof proof={proof} />}
        {gone ? <p className="text-ink-soft">{t('gone')} {profile.forgotten_at === null ? null : <Moment at={profile.forgotten_at} />}</p> : (
          <>
            <Button kind="quiet" shape="wide" asChild><a href={`/api/customers/${profile.customer.id}/export`} download><Download aria-hidden />{t('export')}</a></Button>
            <Button kind="quiet" shape="wide" onClick={() => setAsking('join')}><Link2 aria-hidden />{t('join')}</Button>
            <Button kind="danger" shape="wide" onClick={() => setAsking('forget')}><UserRoundX aria-hidden />{t('forget')}</Button>
          </>
        )}
      </div>
      {asking === 'join' ? <JoinDialog customer={profile.customer} onClose={() => setAsking(null)} /> : null}
      {asking === 'forget' ? <ForgetDialog customer={profile.customer} onClose={() => setAsking(null)} onDone={(done) => { setProof(done); setAsking(null) }} /> : null}
    </Card>
  )
}

/** The proof itself, for her or for the authority who asks: numbers and times, and nothing of hers. */
const asFile = (proof: ErasureProof) => `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(proof, null, 2))}`

function Proof({ proof }: { proof: ErasureProof }) {
  const { t } = useTranslation('customers')
  return (
    <div role="status" className="grid gap-1 rounded-2xl bg-leaf-soft px-4 py-3 text-leaf-ink">
      <p className="font-semibold">{t('forgotten')}</p>
      <ul className="figures list-disc pl-5 text-sm">
        <li>{t('proofKey')}</li>
        <li>{t('proofValues', { count: proof.values })}</li>
        <li>{t('proofMessages', { count: proof.messages })}</li>
        <li>{t('proofPictures', { count: proof.pictures })}</li>
        <li>{t(proof.log_whole ? 'proofLog' : 'proofLogBroken')}</li>
      </ul>
      <div><Button kind="quiet" asChild><a href={asFile(proof)} download={`forgotten-${proof.customer}.json`}><Download aria-hidden />{t('keepProof')}</a></Button></div>
    </div>
  )
}
