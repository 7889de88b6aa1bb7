import { useTranslation } from 'react-i18next'
import { ago, clock, dayKey, dayMonth, longDay, shortDay } from '@/words/when'
import { useNow } from './now'

type Props = { at: string; className?: string }

/** How long ago; the exact moment in East Africa Time on hover. */
export function Ago({ at, className }: Props) {
  const { i18n } = useTranslation()
  const now = useNow()
  const moment = new Date(at)
  const full = `${longDay(moment, i18n.language)}, ${clock(moment, i18n.language)} EAT`
  return <time dateTime={at} title={full} className={className}>{ago(moment, now > moment ? now : new Date(), i18n.language)}</time>
}

/** The hour and minute in East Africa Time, where the day is told beside it. */
export function Clock({ at, className }: Props) {
  const { i18n } = useTranslation()
  const moment = new Date(at)
  return <time dateTime={at} title={longDay(moment, i18n.language)} className={className}>{clock(moment, i18n.language)}</time>
}

/** The exact moment in East Africa Time; the day is left out when it is today. `narrow` breaks after the day, told short. */
export function Moment({ at, className, narrow = false }: Props & { narrow?: boolean }) {
  const { i18n } = useTranslation()
  const now = useNow()
  const moment = new Date(at)
  const time = clock(moment, i18n.language)
  const day = dayKey(moment) === dayKey(now) ? null : (narrow ? dayMonth : shortDay)(moment, i18n.language)
  const shown = day === null ? time : narrow ? <>{day}<br />{time}</> : `${day}, ${time}`
  return <time dateTime={at} title={`${longDay(moment, i18n.language)}, ${time} EAT`} className={className}>{shown}</time>
}
