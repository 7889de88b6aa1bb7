import { classes } from './classes'

/** The shop under its awning. */
export function Mark({ className }: { className?: string }) {
  return <img src="/dukani.svg" alt="" width={32} height={32} className={classes('size-8', className)} />
}

/** The name with its mark. */
export function Brand({ className }: { className?: string }) {
  return (
    <span className={classes('inline-flex items-center gap-2.5', className)}>
      <Mark />
      <span className="font-display text-xl font-bold tracking-tight">Dukani</span>
    </span>
  )
}
