import { useNavigate } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '@/components/field'
import { without, type ProductsSearch } from './search'

const PAUSE_MS = 250

/** The word in the address is the truth: what is typed follows into it after a pause, and a link that drops it empties the box. */
export function SearchBox({ search }: { search: ProductsSearch }) {
  const { t } = useTranslation('products')
  const navigate = useNavigate({ from: '/products' })
  const asked = search.q ?? ''
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
    const rest = without(search, 'q')
    const follow = () => {
      setOurs(word)
      void navigate({ search: word === '' ? rest : { ...rest, q: word }, replace: true })
    }
    const pause = setTimeout(follow, PAUSE_MS)
    return () => clearTimeout(pause)
  }, [word, asked, search, navigate])
  return <Field className="w-full sm:w-72" type="search" label={t('search')} hideLabel placeholder={t('search')} icon={<Search />} value={word} onChange={(event) => setWord(event.target.value)} />
}
