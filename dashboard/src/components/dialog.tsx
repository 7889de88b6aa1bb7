import { lazy, Suspense, useState, type ReactNode } from 'react'

export type DialogProps = { open: boolean; onOpenChange: (open: boolean) => void; title: string; text?: string; children: ReactNode }

const Sheet = lazy(() => import('./sheet'))

/** A question that wants an answer first. What draws it comes when it is first asked, so that no screen waits for it. */
export function Dialog(props: DialogProps) {
  const [asked, setAsked] = useState(props.open)
  if (props.open && !asked) setAsked(true)
  return asked ? <Suspense fallback={null}><Sheet {...props} /></Suspense> : null
}
