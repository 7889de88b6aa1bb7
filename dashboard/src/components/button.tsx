import { cva, type VariantProps } from 'class-variance-authority'
import { Root as Slot } from 'radix-ui/slot'
import type { ComponentProps } from 'react'
import { classes } from './classes'

const look = cva(
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-full px-5 font-semibold transition-colors select-none disabled:opacity-50 disabled:pointer-events-none [&_svg]:size-5 [&_svg]:shrink-0',
  {
    variants: {
      kind: {
        primary: 'bg-clay text-on-clay hover:bg-clay-ink dark:hover:bg-clay-ink',
        quiet: 'border border-line bg-surface text-ink hover:border-line-strong hover:bg-sunken',
        bare: 'text-ink-soft hover:bg-sunken hover:text-ink',
        danger: 'border border-berry/40 text-berry-ink hover:bg-berry-soft',
      },
      shape: { pill: '', round: 'size-11 min-w-11 px-0', wide: 'w-full' },
    },
    defaultVariants: { kind: 'primary', shape: 'pill' },
  },
)

type Props = ComponentProps<'button'> & VariantProps<typeof look> & { asChild?: boolean }

/** A thing to press, at least 44 px high. `asChild` lends its look to a link. */
export function Button({ className, kind, shape, asChild = false, type = 'button', ...rest }: Props) {
  const styled = classes(look({ kind, shape }), className)
  if (asChild) return <Slot className={styled} {...rest} />
  return <button type={type} className={styled} {...rest} />
}
