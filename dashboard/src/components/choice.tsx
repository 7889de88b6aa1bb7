import { useId } from 'react'
import { classes } from './classes'

type Option<T extends string> = { value: T; label: string }
type Props<T extends string> = { label: string; value: T; options: readonly Option<T>[]; onChange: (value: T) => void; className?: string }

/** One of a few, side by side. */
export function Choice<T extends string>({ label, value, options, onChange, className }: Props<T>) {
  const name = useId()
  return (
    <div role="radiogroup" aria-label={label} className={classes('inline-flex max-w-full flex-wrap rounded-[1.375rem] border border-line bg-sunken p-0.5', className)}>
      {options.map((option) => (
        <label
          key={option.value}
          className="relative grid min-h-10 min-w-11 place-items-center rounded-full px-3.5 text-sm font-semibold whitespace-nowrap text-ink-soft transition-colors hover:text-ink has-checked:bg-surface has-checked:text-ink has-checked:shadow-card dark:has-checked:bg-line"
        >
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} className="absolute inset-0 cursor-pointer appearance-none rounded-full" />
          {option.label}
        </label>
      ))}
    </div>
  )
}
