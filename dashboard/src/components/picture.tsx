import { Shirt } from 'lucide-react'
import { useState } from 'react'
import { classes } from './classes'

const OWN = '/api/pictures/'
type Props = { path: string | null; alt: string; className?: string }

/** A picture of the boutique's own; a quiet drawing where there is none. Shape: `path` as the API tells it. */
export function Picture({ path, alt, className }: Props) {
  const [broken, setBroken] = useState(false)
  const frame = classes('grid place-items-center overflow-hidden rounded-2xl bg-sunken text-line-strong', className)
  if (path?.startsWith(OWN) !== true || broken) return <span className={frame} aria-hidden><Shirt className="size-2/5" strokeWidth={1.2} /></span>
  return (
    <span className={frame}>
      <img src={path} alt={alt} loading="lazy" decoding="async" className="size-full object-cover" onError={() => setBroken(true)} />
    </span>
  )
}
