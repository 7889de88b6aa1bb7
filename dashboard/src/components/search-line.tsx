import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { classes } from './classes'
import { Field } from './field'

const PAUSE_MS = 250

type Props = { asked: string; label: string; onAsk: (word: string) => void; className?: string }

/** A search: what is typed is asked for after a pause, and whatever else changes `asked` changes what stands in the box. */
export function SearchLine({ asked, label, onAsk, className }: Props) {
  const [word, setWord] = useState(asked)
  const [before, setBefore] = useState(asked)
  const [ours, setOurs] = useState(asked)
  if (asked !== before) {
    setBefore(asked)
    setOurs(asked)
    if (asked !== ours) setWord(asked)
  }
  useEffect(() => {
    if (word === asked) return
    const follow = () => {
      setOurs(word)
      onAsk(word)
    }
    const pause = setTimeout(follow, PAUSE_MS)
    return () => clearTimeout(pause)
  }, [word, asked, onAsk])
  return <Field className={classes('w-full sm:w-72', className)} type="search" label={label} hideLabel placeholder={label} icon={<Search />} maxLength={80} value={word} onChange={(event) => setWord(event.target.value)} />
}
