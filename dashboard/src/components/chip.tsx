import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { classes } from './classes'

const look = cva('inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 text-[13px] leading-5 font-semibold whitespace-nowrap [&_svg]:size-3.5', {
  variants: {
    tone: {
      plain: 'bg-sunken text-ink-soft',
      clay: 'bg-clay-soft text-clay-ink',
      leaf: 'bg-leaf-soft text-leaf-ink',
      gold: 'bg-gold-soft text-gold-ink',
      berry: 'bg-berry-soft text-berry-ink',
      sky: 'bg-sky-soft text-sky-ink',
    },
  },
  defaultVariants: { tone: 'plain' },
})

export type Tone = NonNullable<VariantProps<typeof look>['tone']>

/** A word about a thing's state. */
export function Chip({ className, tone, ...rest }: ComponentProps<'span'> & { tone?: Tone }) {
  return <span className={classes(look({ tone }), className)} {...rest} />
}
