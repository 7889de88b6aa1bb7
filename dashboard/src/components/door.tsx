import type { ReactNode } from 'react'
import { Brand } from './brand'
import { Card } from './card'
import { classes } from './classes'

type Props = { title: string; text?: string; wide?: boolean; children: ReactNode }

/** The frame of every way in: who stands before it is nobody yet. */
export function Door({ title, text, wide = false, children }: Props) {
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <Card className={classes('w-full overflow-hidden', wide ? 'max-w-xl' : 'max-w-md animate-rise')}>
        <div aria-hidden className="woven h-3" />
        <div className="grid gap-5 p-7">
          <Brand />
          <div className="grid gap-2">
            <h1 className="text-3xl font-bold">{title}</h1>
            {text === undefined ? null : <p className="text-ink-soft">{text}</p>}
          </div>
          {children}
        </div>
      </Card>
    </main>
  )
}
