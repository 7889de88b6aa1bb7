import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { chipLook, ChipsFilter } from '@/components/chips-filter'
import { SavedViews } from '@/components/saved-views'
import { KINDS, moneySearch, ofKind, type MoneySearch } from './search'

/** Which waiting money is shown: a chip that stands in the address and kept views. */
export function Filters({ search }: { search: MoneySearch }) {
  const { t } = useTranslation(['waitingMoney', 'lists', 'frame'])
  return (
    <>
      <ChipsFilter label={t('lists:filter')}>
        <Link to="/money" search={ofKind(search)} className={chipLook(search.kind === undefined)}>{t('frame:allOf')}</Link>
        {KINDS.map((kind) => <Link key={kind} to="/money" search={ofKind(search, search.kind === kind ? undefined : kind)} className={chipLook(search.kind === kind)}>{t(kind)}</Link>)}
      </ChipsFilter>
      <div className="mb-4 empty:hidden">
        <SavedViews page="money" search={search} link={(asked, look, inside) => <Link to="/money" search={moneySearch(asked)} className={look}>{inside}</Link>} />
      </div>
    </>
  )
}
