import { lazy, Suspense, useState, type ComponentProps, type ReactNode } from 'react'
import { Button } from './button'

type ButtonProps = { label: string; icon: ReactNode }
export type BehindProps = ButtonProps & { side?: 'top' | 'bottom'; children: ReactNode }

const Panel = lazy(() => import('./panel'))

/** A round button that says its name to screen readers alone. */
export function RoundButton({ label, icon, ...rest }: ButtonProps & ComponentProps<'button'>) {
  return <Button kind="bare" shape="round" aria-label={label} {...rest}>{icon}</Button>
}

/** Things behind one round button. What draws them comes when it is first pressed, so that no screen waits for it. */
export function Behind(props: BehindProps) {
  const { label, icon } = props
  const [pressed, setPressed] = useState(false)
  const button = <RoundButton label={label} icon={icon} aria-haspopup="dialog" aria-expanded={pressed} onClick={() => setPressed(true)} />
  return pressed ? <Suspense fallback={button}><Panel {...props} /></Suspense> : button
}
