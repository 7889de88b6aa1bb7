import { Shirt } from 'lucide-react'
import { useState } from 'react'
import { classes } from './classes'

const OWN = '/api/pictures/'
/** Small ones that the shop makes of a picture: its longer side, and how wide it is then if it stands upright. Units: pixels. */
const SMALL = [{ side: 160, wide: 120 }, { side: 640, wide: 480 }]
type Props = { path: string | null; alt: string; sizes?: string; className?: string }

/**
 * A picture of the boutique's own; a quiet drawing where there is none.
 * Shape: `path` as the API tells it, `sizes` how wide it is drawn, for the browser to fetch no more than it shows.
 */
export function Picture({ path, alt, sizes = '15rem', className }: Props) {
  const [broken, setBroken] = useState(false)
  const frame = classes('grid place-items-center overflow-hidden rounded-2xl bg-sunken text-line-strong', className)
  if (path?.startsWith(OWN) !== true || broken) return <span className={frame} aria-hidden><Shirt className="size-2/5" strokeWidth={1.2} /></span>
  return (
    <span className={frame}>
      <img src={path} srcSet={SMALL.map(({ side, wide }) => `${path}?side=${side} ${wide}w`).join(', ')} sizes={sizes} alt={alt} loading="lazy" decoding="async" className="size-full object-cover" onError={() => setBroken(true)} />
    </span>
  )
}
