import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Choice } from '@/components/choice'
import { Field } from '@/components/field'
import { dayKey } from '@/words/when'
import { between, firstOf, startingAt, STRETCHES, type Period } from './search'

const OWN = 'own'

/** Which days are looked at: the last so many, or from one day to another. */
export function PeriodChoice({ period }: { period: Period }) {
  const { t } = useTranslation('insights')
  const navigate = useNavigate({ from: '/insights' })
  const today = dayKey(new Date())
  const ready = period.last === undefined && STRETCHES.some((days) => days === period.days)
  const [own, setOwn] = useState(!ready)
  const options = [...STRETCHES.map((days) => ({ value: String(days), label: t(`d${days}`) })), { value: OWN, label: t('own') }]
  const go = (next: Period | null) => { if (next !== null) void navigate({ search: next, replace: true }) }
  const [first, last] = [firstOf(period, today), period.last ?? today]
  return (
    <div className="grid justify-items-start gap-2 sm:justify-items-end">
      <Choice
        label={t('days')} value={own ? OWN : String(period.days)} options={options} className="max-w-full overflow-x-auto"
        onChange={(next) => { setOwn(next === OWN); if (next !== OWN) go({ days: Number(next) }) }}
      />
      {own ? (
        <div className="flex flex-wrap gap-2">
          <Field type="date" label={t('from')} value={first} max={last} onChange={(event) => go(between(event.target.value, last) ?? startingAt(event.target.value))} />
          <Field type="date" label={t('to')} value={last} max={today} onChange={(event) => go(between(first, event.target.value) ?? (event.target.value === '' ? null : { ...period, last: event.target.value }))} />
        </div>
      ) : null}
    </div>
  )
}
