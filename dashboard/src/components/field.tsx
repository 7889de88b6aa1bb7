import { useId, type ComponentProps, type ReactNode } from 'react'
import { classes } from './classes'
import { wrongLook, Wrong, wrongness } from './wrong'

type Props = ComponentProps<'input'> & { label: string; hideLabel?: boolean; hint?: string; error?: string | undefined; icon?: ReactNode }

/** One line to write in, with its label, and why what stands in it is wrong. */
export function Field({ label, hideLabel = false, hint, error, icon, className, id, ...rest }: Props) {
  const own = useId()
  const field = id ?? own
  return (
    <div className={classes('grid gap-1.5', className)}>
      <label htmlFor={field} className={hideLabel ? 'sr-only' : 'text-sm font-semibold'}>{label}</label>
      <div className="relative">
        {icon === undefined ? null : (
          <span aria-hidden className="pointer-events-none absolute inset-y-0 left-4 grid place-items-center text-ink-soft [&_svg]:size-5">{icon}</span>
        )}
        <input
          id={field}
          {...wrongness(field, hint, error)}
          className={classes('min-h-11 w-full rounded-full border border-line-strong/60 bg-surface px-4 text-base placeholder:text-ink-soft', wrongLook, icon !== undefined && 'pl-11')}
          {...rest}
        />
      </div>
      <Wrong field={field} error={error} />
      {hint === undefined ? null : <p id={`${field}-hint`} className="text-sm text-ink-soft">{hint}</p>}
    </div>
  )
}
