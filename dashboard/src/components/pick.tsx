import { useId, type ReactNode, type Ref } from 'react'
import { classes } from './classes'
import { Wrong } from './wrong'

type Option<T extends string> = { value: T; label: string; swatch?: string }
type Props<T extends string> = { label: string; hint?: ReactNode; options: readonly Option<T>[]; chosen: readonly T[]; onChange: (chosen: T[]) => void; single?: boolean; error?: string | undefined; ref?: Ref<HTMLDivElement> }

/** A few of many, as chips to tap; with `single`, one of them. */
export function Pick<T extends string>({ label, hint, options, chosen, onChange, single = false, error, ref }: Props<T>) {
  const id = useId()
  const next = (value: T): T[] => {
    if (single) return [value]
    return chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]
  }
  return (
    <div ref={ref} role="group" tabIndex={-1} aria-labelledby={id} aria-describedby={error === undefined ? undefined : `${id}-wrong`} className="grid gap-1.5 rounded-3xl">
      <div>
        <p id={id} className="text-sm font-semibold">{label}</p>
        {hint === undefined ? null : <p className="text-sm text-ink-soft">{hint}</p>}
      </div>
      <div className="flex flex-wrap gap-2">
        {options.map(({ value, label: word, swatch }) => (
          <button
            key={value}
            type="button"
            aria-pressed={chosen.includes(value)}
            onClick={() => onChange(next(value))}
            className={classes(
              'inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-full border px-3.5 font-semibold transition-colors',
              chosen.includes(value) ? 'border-clay bg-clay-soft text-clay-ink' : 'border-line bg-surface hover:border-line-strong',
            )}
          >
            {swatch === undefined ? null : <span aria-hidden className="size-5 rounded-full border border-line-strong/60" style={{ background: swatch }} />}
            {word}
          </button>
        ))}
      </div>
      <Wrong field={id} error={error} />
    </div>
  )
}
