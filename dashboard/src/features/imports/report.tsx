import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Button } from '@/components/button'
import { Card, CardHead } from '@/components/card'
import { Chip } from '@/components/chip'
import Table from '@/components/table'
import { FilePick } from './import-page'
import { faultWhy, fileWhy, isMoving, type Import, type useImport } from './list'

type Steps = ReturnType<typeof useImport>
type Props = { list: Import; steps: Steps }

/** How far an import is, what it would do or did, and which cells are to be set right. */
export function Report({ list, steps }: Props) {
  const { t } = useTranslation('imports')
  if (list.state === 'unreadable') return <Card role="alert" className="p-5 text-berry-ink">{t('unreadable')}: {t(`file.${fileWhy(list.unreadable)}`)}</Card>
  if (isMoving(list)) return <Moving list={list} />
  return (
    <div className="grid gap-4">
      <Found list={list} steps={steps} />
      <Faults list={list} />
      <Kept list={list} />
    </div>
  )
}

function Moving({ list }: { list: Import }) {
  const { t } = useTranslation('imports')
  const running = list.state === 'running'
  const told = list.state === 'checking' ? t('checking', { count: list.done }) : running ? t('running', { done: list.done, total: list.total }) : t('waiting')
  return (
    <Card className="grid gap-3 p-5">
      <p role="status" className="figures font-semibold">{told}</p>
      <progress aria-label={told} className="h-3 w-full accent-(--clay)" {...(running && list.total > 0 ? { value: list.done, max: list.total } : {})} />
    </Card>
  )
}

function Found({ list, steps }: Props) {
  const { t } = useTranslation('imports')
  const work = list.new + list.changed
  const checked = list.state === 'checked'
  return (
    <Card aria-labelledby="found">
      <CardHead id="found" title={checked ? t('found') : t('done')} hint={list.name} />
      <div className="flex flex-wrap gap-2 px-5">
        <Chip tone="leaf">{t('new', { count: list.new })}</Chip>
        <Chip tone="sky">{t('changed', { count: list.changed })}</Chip>
        <Chip>{t('same', { count: list.same })}</Chip>
        {list.spoilt === 0 ? null : <Chip tone="berry">{t('spoilt', { count: list.spoilt })}</Chip>}
      </div>
      {list.strange.length === 0 ? null : <p className="px-5 pt-3 text-sm text-ink-soft">{t('strange', { names: list.strange.join(', ') })}</p>}
      <div className="grid gap-3 p-5">
        {checked ? <Photos steps={steps} /> : null}
        {checked && work > 0 ? <Button shape="wide" disabled={steps.confirming} onClick={steps.confirm}>{list.spoilt > 0 ? t('confirmSome', { count: list.spoilt }) : t('confirm')}</Button> : null}
        {checked && work === 0 ? <p role="status" className="font-semibold">{t('nothing')}</p> : null}
        {checked ? null : <Button shape="wide" asChild><Link to="/products">{t('toProducts')}</Link></Button>}
      </div>
    </Card>
  )
}

function Photos({ steps }: { steps: Steps }) {
  const { t } = useTranslation('imports')
  return (
    <div className="grid gap-2 rounded-2xl bg-sunken p-4">
      <p className="text-sm text-ink-soft">{t('photosText')}</p>
      <FilePick label={t('photos')} accept=".zip,application/zip" onPick={(file) => void steps.sendZip(file)} />
      {steps.zip === null ? null : (
        <p role="status" className="text-leaf-ink">
          {t('zipKept', { count: steps.zip.kept })}
          {steps.zip.refused.length === 0 ? '' : ` ${t('zipRefused', { names: steps.zip.refused.slice(0, 5).map((file) => file.name).join(', ') })}`}
        </p>
      )}
    </div>
  )
}

function Faults({ list }: { list: Import }) {
  const { t } = useTranslation('imports')
  if (list.faults.length === 0) return null
  const columns = [
    { head: t('row'), figures: true, cell: (fault: Import['faults'][number]) => fault.row },
    { head: t('column'), cell: (fault: Import['faults'][number]) => t(`columns.${fault.column}`) },
    { head: t('said'), cell: (fault: Import['faults'][number]) => fault.said },
    { head: t('what'), cell: (fault: Import['faults'][number]) => t(`fault.${faultWhy(fault.code)}`) },
  ]
  const more = list.wrong - list.faults.length
  return (
    <Card aria-labelledby="faults" className="pb-4">
      <CardHead id="faults" title={t('faults')} hint={t('faultsText')} />
      <Table caption={t('faults')} columns={columns} rows={list.faults} rowKey={(fault) => `${fault.row} ${fault.column} ${fault.code} ${fault.said}`} />
      {more > 0 ? <p className="px-5 pt-3 text-ink-soft">{t('moreFaults', { count: more })}</p> : null}
    </Card>
  )
}

function Kept({ list }: { list: Import }) {
  const { t } = useTranslation('imports')
  if (list.kept.length === 0) return null
  return (
    <Card aria-labelledby="kept" className="pb-4">
      <CardHead id="kept" title={t('kept')} />
      <ul className="px-5">
        {list.kept.map((one, place) => <li key={place} className="border-t border-line py-2 first:border-0"><span className="font-semibold">{one.sku}</span>: {t(`fault.${faultWhy(one.code)}`)} <span className="break-all text-ink-soft">{one.said}</span></li>)}
      </ul>
    </Card>
  )
}
