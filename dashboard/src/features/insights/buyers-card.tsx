import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import type { components } from '@/api/schema'
import { ChartCard } from '@/components/chart-card'
import { Skeleton } from '@/components/skeleton'
import { NothingYet } from '@/components/nothing-yet'
import type { Period } from './search'
import { share } from '@/components/share'

type Cohort = components['schemas']['CohortRow']
const MONTHS = 12
const size = (cohort: Cohort) => cohort.customers[0] ?? 0
const back = (cohort: Cohort, month: number): string => {
  const customers = cohort.customers[month]
  return customers === undefined ? '' : `${share(customers, size(cohort))}%`
}

/** Who came again: new and returning buyers, and each month's new ones in the months since. */
export function BuyersCard({ period }: { period: Period }) {
  const { t, i18n } = useTranslation('insights')
  const asked = api.useQuery('get', '/api/insights/buyers', { params: { query: period } }, { placeholderData: (before) => before })
  if (asked.data === undefined) return <Skeleton className="h-80 lg:col-span-2" />
  const { new_orders, again_orders, new_paid, again_paid, before, cohorts } = asked.data
  if (cohorts.length === 0) return <NothingYet title={t('buyers')} text={t('buyersNone')} className="lg:col-span-2" />
  const named = (month: string) => new Intl.DateTimeFormat(i18n.language, { month: 'short', year: '2-digit' }).format(new Date(`${month}-15T12:00:00Z`))
  const since = Array.from({ length: Math.min(MONTHS, Math.max(...cohorts.map((cohort) => cohort.customers.length))) - 1 }, (_, index) => index + 1)
  const columns = [
    { head: t('firstBought'), cell: (cohort: Cohort) => named(cohort.first), plain: (cohort: Cohort) => cohort.first },
    { head: t('customers'), cell: size, figures: true },
    ...since.map((month) => ({ head: t('monthsLater', { count: month }), cell: (cohort: Cohort) => back(cohort, month), figures: true })),
  ]
  const tiles = [
    { word: t('newBuyers'), orders: new_orders, paid: new_paid.text }, { word: t('cameAgain'), orders: again_orders, paid: again_paid.text },
  ]
  const chart = (
    <div className="grid gap-4">
      <dl className="grid grid-cols-2 gap-3 px-5">
        {tiles.map((tile) => (
          <div key={tile.word} className="grid gap-1 rounded-2xl bg-sky-soft p-4 text-sky-ink">
            <dt className="leading-tight font-semibold">{tile.word}</dt>
            <dd className="figures font-display text-3xl font-bold">{tile.orders}</dd>
            <dd className="figures text-sm">{tile.paid}</dd>
          </div>
        ))}
      </dl>
      <Cohorts cohorts={cohorts} since={since} named={named} />
    </div>
  )
  const hint = t('buyersText', { percent: share(again_orders, new_orders + again_orders), before: share(before.again_orders, before.new_orders + before.again_orders) })
  return <ChartCard className="lg:col-span-2" title={t('buyers')} hint={hint} chart={chart} columns={columns} rows={cohorts} rowKey={(cohort) => cohort.first} />
}

type CohortsProps = { cohorts: readonly Cohort[]; since: readonly number[]; named: (month: string) => string }

function Cohorts({ cohorts, since, named }: CohortsProps) {
  const { t } = useTranslation('insights')
  return (
    // The months scroll sideways on a phone, so a keyboard must be able to reach them.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="overflow-x-auto px-5" tabIndex={0} role="region" aria-label={t('cohorts')}>
      <ol className="grid w-max gap-1.5">
        {cohorts.map((cohort) => (
          <li key={cohort.first} className="figures flex items-center gap-1.5 text-sm">
            <span className="w-16 font-semibold whitespace-nowrap">{named(cohort.first)}</span>
            <span className="w-12 text-right text-ink-soft">{size(cohort)}</span>
            {since.map((month) => {
              const part = back(cohort, month)
              const strong = share(cohort.customers[month] ?? 0, size(cohort)) >= 20
              return <span key={month} className={part === '' ? 'w-12' : `grid h-8 w-12 place-items-center rounded-lg ${strong ? 'bg-leaf-soft text-leaf-ink' : 'bg-sunken text-ink-soft'}`}>{part}</span>
            })}
          </li>
        ))}
      </ol>
    </div>
  )
}
