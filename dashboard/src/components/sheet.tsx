import * as Radix from 'radix-ui/dialog'
import type { DialogProps } from './dialog'

/** A sheet from below on a phone, a card on a desk, above everything else. */
export default function Sheet({ open, onOpenChange, title, text, children }: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-[rgb(20_12_6/0.55)]" />
        <Radix.Content
          {...(text === undefined ? { 'aria-describedby': undefined } : {})}
          className="fixed inset-x-0 bottom-0 z-50 grid max-h-[90dvh] grid-cols-[minmax(0,1fr)] animate-rise gap-4 overflow-y-auto rounded-t-3xl border border-line bg-surface p-6 pb-8 shadow-lift sm:inset-auto sm:top-1/2 sm:left-1/2 sm:w-[28rem] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-3xl"
        >
          <div className="grid gap-1">
            <Radix.Title className="text-xl">{title}</Radix.Title>
            {text === undefined ? null : <Radix.Description className="text-ink-soft">{text}</Radix.Description>}
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
