import { Delete } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Prompt } from './api/client'
import { usePrompt } from './use-phone'
import { shillings } from './when'

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9']
const LONGEST = 4

/** The prompt that M-Pesa puts over everything: amount, receiver, PIN. */
export function MpesaPrompt({ person, prompt }: { person: string; prompt: Prompt }) {
  const [pin, setPin] = useState('')
  const { enterPin, cancel, runOut, vanish } = usePrompt(person, prompt.checkout)
  const busy = [enterPin, cancel, runOut, vanish].some((act) => act.isPending)
  const card = useRef<HTMLDivElement>(null)
  useEffect(() => card.current?.focus(), [])
  const press = (digit: string) => setPin((before) => (before + digit).slice(0, LONGEST))
  return (
    <div className="absolute inset-0 z-30 flex animate-fade items-center justify-center bg-[rgb(0_0_0/0.55)] p-4">
      <div
        ref={card}
        role="dialog"
        aria-modal="true"
        aria-label="M-Pesa payment"
        tabIndex={-1}
        onKeyDown={(event) => {
          if (/^\d$/.test(event.key)) press(event.key)
          if (event.key === 'Backspace') setPin((before) => before.slice(0, -1))
          if (event.key === 'Enter' && pin.length === LONGEST && event.target === card.current) enterPin.mutate(pin)
        }}
        className="grid w-full max-w-72 animate-rise gap-3 rounded-3xl bg-wa-theirs p-4 text-center shadow-lift outline-none"
      >
        <p className="font-display text-lg font-bold text-mp-green">M-PESA</p>
        <p className="text-sm">
          Do you want to pay <strong>{shillings(prompt.shillings)}</strong> to <strong>{prompt.payee}</strong> for account{' '}
          <strong>{prompt.reference}</strong>? Enter your PIN:
        </p>
        <p aria-label={`${pin.length} of ${LONGEST} digits entered`} className="flex justify-center gap-3 py-1">
          {Array.from({ length: LONGEST }, (_, place) => (
            <span key={place} className={`size-3.5 rounded-full border-2 border-mp-green ${place < pin.length ? 'bg-mp-green' : ''}`} />
          ))}
        </p>
        <div className="grid grid-cols-3 gap-1.5">
          {KEYS.map((digit) => (
            <Key key={digit} label={digit} onPress={() => press(digit)} />
          ))}
          <span />
          <Key label="0" onPress={() => press('0')} />
          <button type="button" aria-label="Delete a digit" onClick={() => setPin((before) => before.slice(0, -1))} className={KEY}>
            <Delete aria-hidden className="mx-auto size-5" />
          </button>
        </div>
        <div className="grid grid-cols-2 gap-2">
          <button type="button" disabled={busy} onClick={() => cancel.mutate()} className="min-h-11 rounded-full border border-wa-line font-semibold">
            Cancel
          </button>
          <button
            type="button"
            disabled={busy || pin.length < LONGEST}
            onClick={() => enterPin.mutate(pin)}
            className="min-h-11 rounded-full bg-[#1f7a1f] font-semibold text-[#ffffff] disabled:opacity-50"
          >
            Pay
          </button>
        </div>
        <div className="flex justify-center gap-4 text-xs text-wa-soft">
          <button type="button" disabled={busy} onClick={() => runOut.mutate()} className="min-h-8 underline underline-offset-2">
            Not enough money
          </button>
          <button type="button" disabled={busy} onClick={() => vanish.mutate()} className="min-h-8 underline underline-offset-2">
            Phone out of reach
          </button>
        </div>
      </div>
    </div>
  )
}

const KEY = 'min-h-11 rounded-xl bg-wa-bar text-lg font-semibold hover:brightness-95 active:brightness-90'

function Key({ label, onPress }: { label: string; onPress: () => void }) {
  return (
    <button type="button" onClick={onPress} className={KEY}>
      {label}
    </button>
  )
}
