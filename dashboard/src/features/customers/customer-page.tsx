import { useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { MapPin, MessagesSquare, Phone } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { isMissing } from '@/api/problem'
import type { CustomerProfile } from '@/api/types'
import { Button } from '@/components/button'
import { Card, CardHead } from '@/components/card'
import { Chip } from '@/components/chip'
import { Avatar, useCustomerName } from '@/components/customer'
import { OrderStatusChip } from '@/components/order-status'
import { RecordHistory } from '@/components/record-history'
import { Skeletons } from '@/components/skeleton'
import { Moment } from '@/components/time'
import { Trouble } from '@/components/trouble'
import { useRefusal } from '@/components/use-refusal'
import { GARMENTS, inWords } from '@/words/clothes'
import { shortDay } from '@/words/when'
import { NotesCard } from './notes-card'
import { HerRights } from './rights-card'

/** One person: what she wears and why we think so, what she bought, what she agreed to. */
export function CustomerPage() {
  const { customer: id } = useParams({ from: '/shop/customers/$customer' })
  const me = api.useQuery('get', '/api/me')
  const profile = api.useQuery('get', '/api/customers/{customer}', { params: { path: { customer: id } } })
  if (profile.isPending) return <Skeletons count={4} className="grid gap-4" each="h-32" />
  if (profile.data === undefined) return <Trouble missing={isMissing(profile.error)} onRetry={() => void profile.refetch()} />
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Head profile={profile.data} />
      <Sizes profile={profile.data} />
      <Orders profile={profile.data} />
      {me.data?.role === 'owner' || me.data?.role === 'staff' ? <NotesCard profile={profile.data} /> : null}
      {me.data?.role === 'owner' ? <HerRights profile={profile.data} /> : null}
      <History customer={id} writes={me.data?.role === 'owner' || me.data?.role === 'staff'} />
    </div>
  )
}

/** What happened to her record; what was noted of her can be taken back, a note that was taken away as well. */
function History({ customer, writes }: { customer: string; writes: boolean }) {
  const { t } = useTranslation('lists')
  const refusal = useRefusal()
  const queries = useQueryClient()
  const params = { path: { customer } }
  const history = api.useQuery('get', '/api/customers/{customer}/history', { params })
  const undo = api.useMutation('post', '/api/customers/{customer}/undo', { onSettled: () => queries.invalidateQueries() })
  const back = writes ? { onUndo: (position: number) => undo.mutate({ params, body: { position } }) } : {}
  return <RecordHistory title={t('history')} events={history.data ?? []} busy={undo.isPending} trouble={undo.isError ? refusal(undo.error) : null} {...back} />
}

function Head({ profile }: { profile: CustomerProfile }) {
  const { t, i18n } = useTranslation(['customers', 'frame', 'notebook'])
  const nameOf = useCustomerName()
  const { customer } = profile
  const chat = profile.chats[0]
  return (
    <Card className="grid content-start gap-4 p-5">
      <div className="flex items-center gap-4">
        <Avatar customer={customer} className="size-14 text-xl" />
        <div className="min-w-0">
          <h1 className="truncate text-2xl leading-tight font-bold">{nameOf(customer)}</h1>
          <p className="text-sm text-ink-soft">{t('since')} <Moment at={profile.met_at} /></p>
        </div>
      </div>
      <dl className="grid grid-cols-2 gap-3">
        <Figure label={t('spent')} value={profile.spent.text} />
        <Figure label={t('bought')} value={t('orders', { count: profile.bought })} />
      </dl>
      <Line icon={<Phone />}><span className="figures">{customer.phone ?? t('frame:noPhone')}</span></Line>
      {profile.address === null ? null : <Line icon={<MapPin />}>{profile.address}</Line>}
      <p className="flex flex-wrap gap-2">
        <Chip tone={profile.marketing === true ? 'leaf' : profile.marketing === false ? 'berry' : 'plain'}>{t(`offers.${profile.marketing === null ? 'unsaid' : profile.marketing ? 'yes' : 'no'}`)}{profile.marketing_at === null ? null : <> · {t('notebook:saidAt', { day: shortDay(new Date(profile.marketing_at), i18n.language) })}</>}</Chip>
        {profile.labels.map((label) => <Chip key={label.id} tone={label.tone}>{label.name}</Chip>)}
        {profile.language === null ? null : <Chip>{t(`speaks.${profile.language === 'en' ? 'en' : 'sw'}`)}</Chip>}
        {profile.joined.length === 0 ? null : <Chip tone="sky">{t('joined', { count: profile.joined.length })}</Chip>}
      </p>
      {chat === undefined ? null : <Button kind="quiet" asChild><Link to="/conversations/$conversation" params={{ conversation: chat }}><MessagesSquare aria-hidden />{t('chat')}</Link></Button>}
    </Card>
  )
}

function Figure({ label, value }: { label: string; value: string }) {
  return (
    <div className="rounded-2xl bg-sunken px-4 py-3">
      <dt className="text-sm text-ink-soft">{label}</dt>
      <dd className="figures font-display text-xl font-semibold">{value}</dd>
    </div>
  )
}

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return <p className="flex gap-3 [&_svg]:mt-0.5 [&_svg]:size-5 [&_svg]:shrink-0 [&_svg]:text-ink-soft"><span aria-hidden>{icon}</span>{children}</p>
}

function Sizes({ profile }: { profile: CustomerProfile }) {
  const { t, i18n } = useTranslation('customers')
  const garment = (name: string | null) => {
    const known = Object.entries(GARMENTS).find(([key]) => key === name)
    return name === null ? t('allClothes') : known === undefined ? name : inWords(known[1], i18n.language)
  }
  return (
    <Card aria-labelledby="sizes">
      <CardHead id="sizes" title={t('sizes')} hint={t('sizesText')} />
      {profile.sizes.length === 0 ? <p className="px-5 pb-5 text-ink-soft">{t('noSizes')}</p> : (
        <ul className="grid gap-2 px-5 pb-5">
          {profile.sizes.map((worn) => (
            <li key={`${worn.garment ?? ''} ${worn.size}`} className="flex flex-wrap items-baseline gap-x-3">
              <strong className="figures min-w-10 text-lg">{worn.size}</strong>
              <span>{garment(worn.garment)}</span>
              <span className="text-sm text-ink-soft">{[worn.told ? t('told') : null, worn.bought > 0 ? t('boughtTimes', { count: worn.bought }) : null].filter((why) => why !== null).join(' · ')}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function Orders({ profile }: { profile: CustomerProfile }) {
  const { t } = useTranslation('customers')
  return (
    <Card aria-labelledby="her-orders" className="overflow-hidden">
      <CardHead id="her-orders" title={t('herOrders')} />
      {profile.orders.length === 0 ? <p className="px-5 pb-5 text-ink-soft">{t('noOrders')}</p> : (
        <ul className="border-t border-line">
          {profile.orders.map((order) => (
            <li key={order.id} className="border-b border-line last:border-0">
              <Link to="/orders/$order" params={{ order: order.id }} className="flex min-h-14 items-center gap-3 px-5 py-2 hover:bg-sunken">
                <span className="grid min-w-0 flex-1"><span className="truncate font-semibold">{order.first_title}</span><span className="figures text-sm text-ink-soft">{order.number} · <Moment at={order.placed_at} /></span></span>
                <span className="figures font-semibold whitespace-nowrap">{order.total.text}</span>
                <OrderStatusChip status={order.status} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
