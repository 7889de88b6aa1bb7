import { CircleAlert, CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from './classes'

/** One sentence about what just happened: it went well, or it needs somebody. */
export function Notice({ well = false, children }: { well?: boolean; children: ReactNode }) {
  const Icon = well ? CircleCheck : CircleAlert
  return (
    <p role={well ? 'status' : 'alert'} className={classes('flex items-start gap-2 rounded-2xl p-3', well ? 'bg-leaf-soft text-leaf-ink' : 'bg-berry-soft text-berry-ink')}>
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0" /><span className="min-w-0 break-words">{children}</span>
    </p>
  )
}
