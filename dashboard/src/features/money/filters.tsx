import { Link } from '@tanstack/react-router'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/components/button'
import { chipLook, ChipsFilter } from '@/components/chips-filter'
import { SavedViews } from '@/components/saved-views'
import { exportPath, KINDS, moneySearch, ofKind, type MoneySearch } from './search'

/** Which waiting money is shown: a chip that stands in the address, kept views, and the file of exactly this. */
export function Filters({ search }: { search: MoneySearch }) {
  const { t } = useTranslation(['waitingMoney', 'lists', 'frame'])
  return (
    <>
      <ChipsFilter label={t('lists:filter')}>
        <Link to="/money" search={ofKind(search)} className={chipLook(search.kind === undefined)}>{t('frame:allOf')}</Link>
        {KINDS.map((kind) => <Link key={kind} to="/money" search={ofKind(search, search.kind === kind ? undefined : kind)} className={chipLook(search.kind === kind)}>{t(kind)}</Link>)}
      </ChipsFilter>
      <div className="mb-4 flex flex-wrap gap-2">
        <Button kind="quiet" asChild><a href={exportPath(search)} download><Download aria-hidden />{t('lists:export')}</a></Button>
        <SavedViews page="money" search={search} link={(asked, look, inside) => <Link to="/money" search={moneySearch(asked)} className={look}>{inside}</Link>} />
      </div>
    </>
  )
}
