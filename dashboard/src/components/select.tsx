import { useId, type Ref } from 'react'
import { classes } from './classes'
import { wrongLook, Wrong, wrongness } from './wrong'

type Option<T extends string> = { value: T; label: string }
type Props<T extends string> = { label: string; hideLabel?: boolean; value: T | ''; empty: string; options: readonly Option<T>[]; onChange: (value: T | null) => void; error?: string | undefined; ref?: Ref<HTMLSelectElement>; className?: string }

/** One of many, in the phone's own picker. */
export function Select<T extends string>({ label, hideLabel = false, value, empty, options, onChange, error, ref, className }: Props<T>) {
  const id = useId()
  return (
    <div className={classes('grid gap-1.5', className)}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'text-sm font-semibold'}>{label}</label>
      <select
        id={id}
        ref={ref}
        {...wrongness(id, undefined, error)}
        value={value}
        onChange={(event) => onChange(options.find((option) => option.value === event.target.value)?.value ?? null)}
        className={classes('min-h-11 w-full rounded-full border border-line-strong/60 bg-surface px-4 text-base', wrongLook)}
      >
        <option value="">{empty}</option>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
      <Wrong field={id} error={error} />
    </div>
  )
}
