import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Button } from '@/components/button'
import { Card, CardHead } from '@/components/card'
import { Chip } from '@/components/chip'
import { Dialog } from '@/components/dialog'
import { Notice } from '@/components/notice'
import { useRefusal } from '@/components/use-refusal'
import { dayWord, priceOf, samePlan, type Plan, type Subscription } from './plan-words'

/** The first day of the month after this one. */
function nextMonth(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return `${number === 12 ? year + 1 : year}-${String((number % 12) + 1).padStart(2, '0')}-01`
}

/** What counts now, what comes, and what an owner may choose instead. */
export function PlansCard({ subscription }: { subscription: Subscription }) {
  const { t, i18n } = useTranslation(['subscription', 'frame'])
  const queries = useQueryClient()
  const refusal = useRefusal()
  const [wanted, setWanted] = useState<Plan | null>(null)
  const choose = api.useMutation('put', '/api/subscription/plan', {
    onSettled: () => { setWanted(null); void queries.invalidateQueries({ queryKey: ['get', '/api/subscription'] }) },
  })
  const { plan, next, offered } = subscription
  const coming = next ?? plan
  const begins = dayWord(nextMonth(subscription.bill.month), i18n.language)
  return (
    <Card>
      <CardHead title={t('plan')} hint={next === null ? undefined : t('from', { day: begins, plan: priceOf(next, t) })} />
      <div className="grid gap-4 px-5 pb-5">
        <p className="font-display text-2xl font-bold">{priceOf(plan, t)}</p>
        {offered.length === 0 ? null : (
          <section aria-label={t('offered')} className="grid gap-2 border-t border-line pt-4">
            <h3 className="font-semibold">{t('offered')}</h3>
            <ul className="grid gap-2">
              {offered.map((each) => (
                <li key={each.name} className="flex min-h-11 items-center justify-between gap-2">
                  <span className="min-w-0"><span className="font-semibold">{each.name}</span> · {priceOf(each, t)}</span>
                  {samePlan(each, coming) ? <Chip tone="leaf">{next === null ? t('chosen') : t('coming', { day: begins })}</Chip> : <Button kind="quiet" aria-label={`${t('choose')}: ${each.name}`} onClick={() => setWanted(each)}>{t('choose')}</Button>}
                </li>
              ))}
            </ul>
          </section>
        )}
        {choose.isError ? <Notice>{refusal(choose.error)}</Notice> : null}
      </div>
      <Dialog open={wanted !== null} onOpenChange={(open) => (open ? undefined : setWanted(null))} title={t('chooseTitle', { plan: wanted?.name ?? '' })} text={t('chooseText', { day: begins })}>
        <div className="flex flex-wrap justify-end gap-2">
          <Button kind="bare" onClick={() => setWanted(null)}>{t('frame:close')}</Button>
          <Button disabled={choose.isPending || wanted === null} onClick={() => (wanted === null ? undefined : choose.mutate({ body: { plan: wanted.name } }))}>{t('sure')}</Button>
        </div>
      </Dialog>
    </Card>
  )
}
