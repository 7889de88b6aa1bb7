import { useTranslation } from 'react-i18next'
import type { components } from '@/api/schema'
import { sayingWords } from '@/words/sayings'

type Props = { said: readonly components['schemas']['Told'][] }

/** How a number, a till or a brain is, and what to do; what the neighbour itself said stands beneath, as it is. */
export function Says({ said }: Props) {
  const { t, i18n } = useTranslation('shop')
  return (
    <>
      {said.map((each) => (
        <span key={each.saying} className="block">
          {sayingWords(each, i18n.language)}
          {each.quote === '' ? null : <span className="block text-sm opacity-80">{t('inTheirWords', { quote: each.quote })}</span>}
        </span>
      ))}
    </>
  )
}
