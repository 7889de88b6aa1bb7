import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { ArrowLeft, Download, FileUp } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { PageHead } from '@/components/page-head'
import { useImport } from './list'
import { Report } from './report'

/** A list is chosen, looked through, and taken over when the owner says so. */
export function ImportPage() {
  const { t } = useTranslation(['imports', 'products'])
  const { list: id } = useSearch({ from: '/shop/products/import' })
  const navigate = useNavigate({ from: '/products/import' })
  const steps = useImport(id, (list) => void navigate({ search: { list } }))
  const { data } = steps.list
  return (
    <div className="mx-auto max-w-3xl">
      <Button kind="bare" className="-ml-3 px-3" asChild><Link to="/products"><ArrowLeft aria-hidden />{t('products:title')}</Link></Button>
      <PageHead title={t('title')} hint={t('text')} />
      <Card className="mb-4 grid gap-4 p-5">
        <p className="text-ink-soft">{t('how')}</p>
        <div className="flex flex-wrap gap-2">
          <FilePick label={steps.sending ? t('sending') : id === undefined ? t('choose') : t('another')} accept=".csv,.xlsx,text/csv" primary={id === undefined} onPick={(file) => void steps.send(file)} />
          <Button kind="quiet" asChild><a href="/api/imports/template.csv" download><Download aria-hidden />{t('template')}</a></Button>
        </div>
        <p role="alert" className="text-berry-ink empty:hidden">{steps.refused === null ? null : `${t('unreadable')}: ${t(`file.${steps.refused}`)}`}</p>
      </Card>
      {data === undefined ? null : <Report list={data} steps={steps} />}
    </div>
  )
}

type PickProps = { label: string; accept: string; primary?: boolean; onPick: (file: File) => void }

/** Opens the phone's files. */
export function FilePick({ label, accept, primary = false, onPick }: PickProps) {
  const id = useId()
  return (
    <span className="relative">
      <input
        id={id} type="file" accept={accept} className="peer sr-only"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file !== undefined) onPick(file)
          event.target.value = ''
        }}
      />
      <Button kind={primary ? 'primary' : 'quiet'} asChild>
        <label htmlFor={id} className="cursor-pointer peer-focus-visible:outline-3 peer-focus-visible:outline-clay"><FileUp aria-hidden />{label}</label>
      </Button>
    </span>
  )
}
