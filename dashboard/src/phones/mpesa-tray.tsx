import type { Mpesa, Outcome } from './api/client'
import { useOutcome } from './use-phone'
import { shillings, timeOfDay } from './when'

const OUTCOMES: Record<Outcome, string> = {
  normal: 'goes as it should',
  late: 'result comes late',
  duplicate: 'result comes twice',
  'ten-times': 'result comes ten times',
  lost: 'result never comes',
  early: 'result comes before the answer',
  'wrong-amount': 'result says KSh 1',
  'no-answer': 'Safaricom does not answer',
}

/** Her M-Pesa under the phone: balance, what becomes of the next payment, and the last text. */
export function MpesaTray({ person, mpesa }: { person: string; mpesa: Mpesa }) {
  const outcome = useOutcome(person)
  const [last] = mpesa.messages
  return (
    <div className="mx-auto grid w-full max-w-[25rem] gap-2 rounded-2xl border border-line bg-surface p-3 text-sm">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <p className="whitespace-nowrap">
          <span className="font-display font-bold text-mp-green">M-PESA</span>{' '}
          <span className="figures font-semibold">{shillings(mpesa.shillings)}</span>
        </p>
        <label className="flex items-center gap-2 text-xs whitespace-nowrap text-ink-soft">
          Next payment
          <select
            value={mpesa.next_outcome}
            onChange={(event) => outcome.mutate(event.target.value as Outcome)}
            className="min-h-9 max-w-36 rounded-lg border border-line bg-surface px-2 text-ink"
          >
            {Object.entries(OUTCOMES).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </label>
      </div>
      {last ? (
        <p className="rounded-xl bg-sunken px-3 py-2 text-xs text-ink-soft">
          <time dateTime={last.at} className="float-right pl-2">
            {timeOfDay(last.at)}
          </time>
          {last.words}
        </p>
      ) : null}
    </div>
  )
}
