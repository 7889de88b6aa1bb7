import { useId, type ComponentProps } from 'react'
import { classes } from './classes'

type Props = ComponentProps<'textarea'> & { label: string; hint?: string }

/** Several lines to write in, with their label. */
export function TextArea({ label, hint, className, rows = 3, ...rest }: Props) {
  const id = useId()
  return (
    <div className={classes('grid gap-1.5', className)}>
      <label htmlFor={id} className="text-sm font-semibold">{label}</label>
      <textarea id={id} rows={rows} aria-describedby={hint === undefined ? undefined : `${id}-hint`} className="field-sizing-content min-h-20 w-full rounded-3xl border border-line-strong/60 bg-surface px-4 py-2.5 text-base placeholder:text-ink-soft" {...rest} />
      {hint === undefined ? null : <p id={`${id}-hint`} className="text-sm text-ink-soft">{hint}</p>}
    </div>
  )
}
