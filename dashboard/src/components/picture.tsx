import { Shirt } from 'lucide-react'
import { useState } from 'react'
import { classes } from './classes'

type Props = { name: string | null; alt: string; className?: string }

/** A picture of the boutique's; a quiet drawing where there is none. */
export function Picture({ name, alt, className }: Props) {
  const [broken, setBroken] = useState(false)
  const frame = classes('grid place-items-center overflow-hidden rounded-2xl bg-sunken text-line-strong', className)
  if (name === null || broken) return <span className={frame} aria-hidden><Shirt className="size-2/5" strokeWidth={1.2} /></span>
  return (
    <span className={frame}>
      <img src={name} alt={alt} loading="lazy" decoding="async" className="size-full object-cover" onError={() => setBroken(true)} />
    </span>
  )
}
