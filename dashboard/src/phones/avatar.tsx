import { classes } from '@/components/classes'

const TINTS = ['bg-clay-soft text-clay-ink', 'bg-leaf-soft text-leaf-ink', 'bg-gold-soft text-gold-ink', 'bg-sky-soft text-sky-ink']

/** Somebody's initials on a tint of her own. */
export function Avatar({ name, small = false }: { name: string; small?: boolean }) {
  const sum = Array.from(name).reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0)
  const initials = name
    .split(' ')
    .slice(0, 2)
    .map((word) => word.charAt(0))
    .join('')
  return (
    <span
      aria-hidden
      className={classes(
        'grid shrink-0 place-items-center rounded-full font-semibold',
        small ? 'size-7 text-xs' : 'size-10 text-sm',
        TINTS[sum % TINTS.length],
      )}
    >
      {initials}
    </span>
  )
}
