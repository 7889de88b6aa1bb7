import { Link } from '@tanstack/react-router'
import { Tag } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { chipLook, ChipsFilter } from '@/components/chips-filter'
import { SavedViews } from '@/components/saved-views'
import { customersSearch, GROUPS, without, type CustomersSearch } from './search'

/** Which customers are shown: chips whose choice stands in the address and kept views. */
export function Filters({ search }: { search: CustomersSearch }) {
  const { t } = useTranslation(['customers', 'lists'])
  const labels = api.useQuery('get', '/api/labels')
  const rest = without(search, 'group')
  return (
    <>
      <ChipsFilter label={t('lists:filter')}>
        <Link to="/customers" search={without(search, 'group', 'label')} className={chipLook(search.group === undefined && search.label === undefined)}>{t('everybody')}</Link>
        {GROUPS.map((group) => <Link key={group} to="/customers" search={search.group === group ? rest : { ...rest, group }} className={chipLook(search.group === group)}>{t(`group.${group}`)}</Link>)}
        {labels.data?.map(({ id, name }) => (
          <Link key={id} to="/customers" search={search.label === id ? without(search, 'label') : { ...search, label: id }} className={chipLook(search.label === id)}><Tag aria-hidden className="size-4" />{name}</Link>
        ))}
      </ChipsFilter>
      <div className="mb-4 empty:hidden">
        <SavedViews page="customers" search={search} link={(asked, look, inside) => <Link to="/customers" search={customersSearch(asked)} className={look}>{inside}</Link>} />
      </div>
    </>
  )
}
