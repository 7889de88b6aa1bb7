import { Delete } from 'lucide-react'

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9']
const LOOK = 'min-h-11 rounded-xl bg-wa-bar text-lg font-semibold hover:brightness-95 active:brightness-90'

type Props = { pin: string; longest: number; onPin: (pin: string) => void }

/** Digits to press, and dots for those that were. */
export function PinPad({ pin, longest, onPin }: Props) {
  const press = (digit: string) => onPin((pin + digit).slice(0, longest))
  return (
    <>
      <p role="status" aria-label={`${pin.length} of ${longest} digits entered`} className="flex justify-center gap-3 py-1">
        {Array.from({ length: longest }, (_, place) => (
          <span
            key={place}
            className={`size-3.5 rounded-full border-2 border-mp-green ${place < pin.length ? 'bg-mp-green' : ''}`}
          />
        ))}
      </p>
      <div className="grid grid-cols-3 gap-1.5">
        {DIGITS.map((digit) => (
          <button key={digit} type="button" onClick={() => press(digit)} className={LOOK}>
            {digit}
          </button>
        ))}
        <span />
        <button type="button" onClick={() => press('0')} className={LOOK}>
          0
        </button>
        <button type="button" aria-label="Delete a digit" onClick={() => onPin(pin.slice(0, -1))} className={LOOK}>
          <Delete aria-hidden className="mx-auto size-5" />
        </button>
      </div>
    </>
  )
}
