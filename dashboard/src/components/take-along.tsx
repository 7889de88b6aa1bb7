import { Download } from 'lucide-react'
import { Button } from './button'

type Props = { href: string; label: string; className?: string }

/** Fetches what is shown as a file. Shape: `href` asks for exactly that, `label` says what it becomes. */
export function TakeAlong({ href, label, className }: Props) {
  return <Button kind="bare" shape="round" className={className} asChild><a href={href} download aria-label={label} title={label}><Download aria-hidden /></a></Button>
}
