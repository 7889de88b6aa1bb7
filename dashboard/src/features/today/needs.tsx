import { Link } from '@tanstack/react-router'
import { BadgeCheck, BanknoteArrowDown, Check, HandCoins, FileText, MessageCircle, PackageCheck, ReceiptText, SearchCheck, Truck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import type { components } from '@/api/schema'
import { Button } from '@/components/button'
import { Card, CardHead } from '@/components/card'
import { useCustomerName } from '@/components/customer'
import { Skeleton } from '@/components/skeleton'
import { Ago } from '@/components/time'
import { useRefusal } from '@/components/use-refusal'
import { longDay } from '@/words/when'

type Need = components['schemas']['Need']
const MONEY = new Set<Need['kind']>(['refund', 'approve-refund', 'check-refund', 'claim-money'])
const OUT_OF_REACH = 'out-of-reach'
const ICONS = { answer: MessageCircle, 'check-payment': ReceiptText, pack: PackageCheck, refund: HandCoins, 'approve-refund': BadgeCheck, 'check-refund': SearchCheck, 'claim-money': BanknoteArrowDown, 'hand-over': Truck, 'pay-invoice': FileText }

/** What waits for a person, each with the one thing to do. */
export function NeedsYou() {
  const { t } = useTranslation('needs')
  const asked = api.useQuery('get', '/api/today/needs')
  if (asked.data === undefined) return <Skeleton className="h-36 lg:col-span-3 lg:h-25" />
  const { needs } = asked.data
  return (
    <Card aria-labelledby="needs" className="lg:col-span-3">
      <CardHead id="needs" title={t('title')} />
      {needs.length === 0 ? <p className="flex items-center gap-2 px-5 pb-5 text-ink-soft"><Check aria-hidden className="size-5 shrink-0 text-leaf" />{t('none')}. {t('noneText')}</p> : null}
      <ul aria-label={t('list')} className="grid gap-2 px-3 pb-4 empty:hidden lg:grid-cols-2">
        {needs.map((need) => <Waits key={need.kind + need.since + (need.order?.id ?? need.conversation ?? need.reason ?? '')} need={need} />)}
      </ul>
    </Card>
  )
}

function Waits({ need }: { need: Need }) {
  const { t, i18n } = useTranslation('needs')
  const nameOf = useCustomerName()
  const { order } = need
  const Icon = ICONS[need.kind]
  const blanks = { name: need.customer === null ? '' : nameOf(need.customer), number: order?.number ?? need.reason ?? '', amount: need.amount?.text ?? order?.total.text ?? '', day: need.due == null ? '' : longDay(new Date(`${need.due}T12:00:00+03:00`), i18n.language) }
  return (
    <li className="flex flex-wrap items-center gap-3 rounded-2xl bg-sunken px-3 py-2.5">
      <span aria-hidden className="grid size-10 shrink-0 place-items-center rounded-full bg-surface text-clay-ink"><Icon className="size-5" /></span>
      <span className="min-w-0 flex-1 basis-40">
        <span className="block leading-tight font-semibold">{t(need.reason === OUT_OF_REACH ? 'callText' : `${need.kind}Text`, blanks)}</span>
        <span className="text-sm text-ink-soft"><Ago at={need.since} />{order === null ? null : <> · {order.first_title}</>}</span>
      </span>
      <Doing need={need} />
    </li>
  )
}

/** The one thing to do: packing is done here; what needs a closer look opens. */
function Doing({ need }: { need: Need }) {
  const { t } = useTranslation('needs')
  const refusal = useRefusal()
  const pack = api.useMutation('post', '/api/orders/{order}/pack')
  const word = t(need.kind)
  if (need.kind === 'pay-invoice') return <Button kind="quiet" asChild><Link to="/subscription">{word}</Link></Button>
  if (MONEY.has(need.kind)) return <Button kind="quiet" asChild><Link to="/money" search={need.kind === 'claim-money' ? { kind: 'deposits' } : {}}>{word}</Link></Button>
  if (need.order === null) {
    return need.conversation === null ? null : <Button kind="quiet" asChild><Link to="/conversations/$conversation" params={{ conversation: need.conversation }}>{word}</Link></Button>
  }
  const order = need.order.id
  if (need.kind !== 'pack') return <Button kind="quiet" asChild><Link to="/orders/$order" params={{ order }}>{word}</Link></Button>
  return (
    <>
      {pack.isPaused ? <p role="status" className="w-full text-sm text-ink-soft">{t('kept')}</p> : null}
      <Button disabled={pack.isPending} onClick={() => pack.mutate({ params: { path: { order } } })}>{word}</Button>
      {pack.isError ? <p role="alert" className="w-full text-sm text-berry-ink">{refusal(pack.error)}</p> : null}
    </>
  )
}
