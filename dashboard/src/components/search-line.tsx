import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Field } from './field'

const PAUSE_MS = 250

/** A search: what is typed is asked for after a pause. `asked` is what it begins with. */
export function SearchLine({ asked, label, onAsk }: { asked: string; label: string; onAsk: (word: string) => void }) {
  const [word, setWord] = useState(asked)
  useEffect(() => {
    if (word === asked) return
    const pause = setTimeout(() => onAsk(word), PAUSE_MS)
    return () => clearTimeout(pause)
  }, [word, asked, onAsk])
  return <Field className="w-full sm:w-72" type="search" label={label} hideLabel placeholder={label} icon={<Search />} maxLength={80} value={word} onChange={(event) => setWord(event.target.value)} />
}
