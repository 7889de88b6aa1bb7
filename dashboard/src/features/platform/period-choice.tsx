import { useTranslation } from 'react-i18next'
import { Choice } from '@/components/choice'
import { STRETCHES } from './search'

/** The last so many days. */
export function PeriodChoice({ days, onDays }: { days: number; onDays: (days: number) => void }) {
  const { t } = useTranslation('platform')
  const options = STRETCHES.map((each) => ({ value: String(each), label: t(`d${each}`) }))
  return <Choice label={t('period')} value={String(days)} options={options} className="max-w-full overflow-x-auto" onChange={(next) => onDays(Number(next))} />
}
