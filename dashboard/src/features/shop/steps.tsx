import { Link } from '@tanstack/react-router'
import { Camera, FileSpreadsheet, MessageCircle, Shirt, Smartphone } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Button } from '@/components/button'
import { useChecked } from '@/components/form'
import { Notice } from '@/components/notice'
import { Skeletons } from '@/components/skeleton'
import { voiced } from './asked'
import { ConnectionCard } from './connection-card'
import { NumberOffers } from './number-offers'
import { useAskAgain, useConnections, type Opening } from './queries'
import { Refusal } from './refusal'
import { Rehearsal } from './rehearsal'
import { TillOffers } from './till-offers'
import { draftOf, VoiceFields, voiceOf } from './voice-form'

const NUMBERS = ['whatsapp', 'twilio']
const TILLS = ['mpesa', 'paylink', 'airtel', 'paystack']

type Kind = 'numbers' | 'tills'

/** What is connected of a kind, how it is, and how to connect another one. */
export function ConnectionsPart({ kind }: { kind: Kind }) {
  const { t } = useTranslation('shop')
  const all = useConnections()
  const [more, setMore] = useState(false)
  if (all.data === undefined) return <Skeletons count={1} className="grid" each="h-24" />
  const known = kind === 'numbers' ? NUMBERS : TILLS
  const rows = all.data.connected.filter((row) => known.includes(row.neighbour))
  const offers = kind === 'numbers' ? <NumberOffers sandbox={all.data.sandbox} /> : <TillOffers sandbox={all.data.sandbox} />
  return (
    <div className="grid gap-4">
      {rows.map((row) => <ConnectionCard key={`${row.neighbour}/${row.account}`} row={row} />)}
      {rows.length === 0 || more ? offers : <Button kind="bare" className="justify-self-start" onClick={() => setMore(true)}>{t('another')}</Button>}
    </div>
  )
}

/** The catalogue is filled on its own pages; here stands how full it is. */
export function CatalogueStep({ pieces }: { pieces: number }) {
  const { t } = useTranslation('shop')
  return (
    <div className="grid gap-4">
      <p className="font-display text-2xl font-semibold">{t('pieces', { count: pieces })}</p>
      <div className="flex flex-wrap gap-2">
        <Button asChild><Link to="/products/new"><Camera aria-hidden />{t('byHand')}</Link></Button>
        <Button kind="quiet" asChild><Link to="/products/import"><FileSpreadsheet aria-hidden />{t('byFile')}</Link></Button>
        <Button kind="bare" asChild><Link to="/products"><Shirt aria-hidden />{t('seePieces')}</Link></Button>
      </div>
    </div>
  )
}

/** The agent's voice beside a chat in which it can be heard before anybody else hears it. */
export function AgentStep({ opening, label, onSaved }: { opening: Opening; label: string; onSaved?: () => void }) {
  const { t } = useTranslation('shop')
  const again = useAskAgain()
  const [begun] = useState(() => draftOf(opening.voice, opening.profile.name))
  const [manner, setManner] = useState(begun.manner)
  const { form, field, sends } = useChecked(voiced, begun.written)
  const publish = api.useMutation('post', '/api/agent/voices', { onSuccess: () => { again(); onSaved?.() } })
  return (
    <div className="grid items-start gap-5 xl:grid-cols-2">
      <form className="grid gap-4" noValidate onSubmit={sends((told) => publish.mutate({ body: { ...told, ...manner } }))}>
        <VoiceFields field={field} manner={manner} onManner={setManner} />
        <Refusal error={publish.error} />
        {publish.isSuccess && onSaved === undefined ? <Notice well>{t('saved')}</Notice> : null}
        <Button type="submit" disabled={publish.isPending}>{label}</Button>
      </form>
      <Rehearsal voice={() => voiceOf(form.getValues(), manner)} />
    </div>
  )
}

/** The last look: what is there, what is missing, and the first order. */
export function LiveStep({ opening, missing }: { opening: Opening; missing: string[] }) {
  const { t } = useTranslation('shop')
  if (!opening.live) return <Notice>{t('notReady')}: {missing.join(', ')}</Notice>
  return (
    <div className="grid gap-4">
      <Notice well>{t('ready')}</Notice>
      <h3 className="font-display text-xl font-semibold">{t('firstOrder')}</h3>
      <p>{opening.sandbox ? t('firstOrderDemo', { name: opening.profile.name }) : t('firstOrderReal')}</p>
      <div className="flex flex-wrap gap-2">
        {opening.sandbox ? <Button asChild><a href="/phones"><Smartphone aria-hidden />{t('phones')}</a></Button> : null}
        {opening.link ? <Button asChild><a href={opening.link} target="_blank" rel="noreferrer"><MessageCircle aria-hidden />{t('chat')}</a></Button> : null}
        <Button kind="quiet" asChild><Link to="/today">{t('toToday')}</Link></Button>
      </div>
    </div>
  )
}
