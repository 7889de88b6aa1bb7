import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { Prompt } from './api/client'
import { PinPad } from './pin-pad'
import { usePrompt } from './use-phone'
import { shillings } from './when'

const LONGEST = 4

/** The prompt that M-Pesa puts over everything: amount, receiver, PIN. */
export function MpesaPrompt({ person, prompt }: { person: string; prompt: Prompt }) {
  const [pin, setPin] = useState('')
  const { enterPin, cancel, runOut, vanish } = usePrompt(person, prompt.checkout)
  const busy = [enterPin, cancel, runOut, vanish].some((act) => act.isPending)
  const card = useRef<HTMLDivElement>(null)
  useEffect(() => card.current?.focus(), [])
  return (
    <div className="absolute inset-0 z-30 flex animate-fade items-center justify-center bg-[rgb(0_0_0/0.55)] p-4">
      <div
        ref={card}
        role="dialog"
        aria-modal="true"
        aria-label="M-Pesa payment"
        tabIndex={-1}
        className="grid w-full max-w-72 animate-rise gap-3 rounded-3xl bg-wa-theirs p-4 text-center shadow-lift outline-none"
      >
        <p className="font-display text-lg font-bold text-mp-green">M-PESA</p>
        <p className="text-sm">
          Do you want to pay <strong>{shillings(prompt.shillings)}</strong> to <strong>{prompt.payee}</strong> for account{' '}
          <strong>{prompt.reference}</strong>? Enter your PIN:
        </p>
        <PinPad pin={pin} longest={LONGEST} onPin={setPin} />
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
          <Mishap disabled={busy} onClick={() => runOut.mutate()}>
            Not enough money
          </Mishap>
          <Mishap disabled={busy} onClick={() => vanish.mutate()}>
            Phone out of reach
          </Mishap>
        </div>
      </div>
    </div>
  )
}

function Mishap({ disabled, onClick, children }: { disabled: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" disabled={disabled} onClick={onClick} className="min-h-8 underline underline-offset-2">
      {children}
    </button>
  )
}
