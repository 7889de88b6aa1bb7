import { useId, type ComponentProps } from 'react'
import { classes } from './classes'
import { wrongLook, Wrong, wrongness } from './wrong'

type Props = ComponentProps<'textarea'> & { label: string; hint?: string; error?: string | undefined }

/** Several lines to write in, with their label, and why what stands in them is wrong. */
export function TextArea({ label, hint, error, className, rows = 3, ...rest }: Props) {
  const id = useId()
  return (
    <div className={classes('grid gap-1.5', className)}>
      <label htmlFor={id} className="text-sm font-semibold">{label}</label>
      <textarea id={id} rows={rows} {...wrongness(id, hint, error)} className={classes('field-sizing-content min-h-20 w-full rounded-3xl border border-line-strong/60 bg-surface px-4 py-2.5 text-base placeholder:text-ink-soft', wrongLook)} {...rest} />
      <Wrong field={id} error={error} />
      {hint === undefined ? null : <p id={`${id}-hint`} className="text-sm text-ink-soft">{hint}</p>}
    </div>
  )
}
