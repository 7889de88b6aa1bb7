import * as Radix from 'radix-ui/popover'
import { RoundButton, type BehindProps } from './behind'

/** The things behind a round button, shown; a press outside puts them away. */
export default function Panel({ children, side = 'bottom', ...button }: BehindProps) {
  return (
    <Radix.Root defaultOpen>
      <Radix.Trigger asChild><RoundButton {...button} /></Radix.Trigger>
      <Radix.Portal>
        <Radix.Content side={side} align="end" sideOffset={8} collisionPadding={12} className="z-50 grid w-max max-w-[calc(100vw-1.5rem)] animate-fade justify-items-start gap-4 rounded-3xl border border-line bg-surface p-5 shadow-lift">
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
