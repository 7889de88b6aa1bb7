import { Download } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/components/button'
import { Card, CardHead } from '@/components/card'
import { classes } from '@/components/classes'
import { monthWord, type Line, type Subscription } from './plan-words'

/** What the next invoice comes to, as things stand. */
export function BillCard({ bill }: { bill: Subscription['bill'] }) {
  const { t, i18n } = useTranslation('subscription')
  return (
    <Card>
      <CardHead title={t('soFar', { month: monthWord(bill.month, i18n.language) })} hint={t('soFarText')} />
      <div className="grid gap-4 px-5 pb-5">
        {bill.lines.length === 0 ? <p className="text-ink-soft">{t('nothing')}</p> : (
          <dl className="grid gap-2">
            {bill.lines.map((line) => <Pair key={`${line.kind}-${line.percent}`} name={<LineName line={line} />} figure={line.net.text} />)}
            <Pair name={t('vat')} figure={bill.vat.text} />
            <Pair name={t('total')} figure={bill.total.text} className="mt-1 border-t border-line pt-3 font-display text-lg font-semibold" />
          </dl>
        )}
        <p className="text-sm text-ink-soft">{t('plusVat')}</p>
        <Button kind="quiet" className="justify-self-start" asChild><a href="/api/subscription/entries.csv" download><Download aria-hidden />{t('entries')}</a></Button>
      </div>
    </Card>
  )
}

function LineName({ line }: { line: Line }) {
  const { t } = useTranslation('subscription')
  return t(`line.${line.kind}`, { percent: line.percent, goods: line.goods.text.replace('-', '') })
}

function Pair({ name, figure, className }: { name: ReactNode; figure: string; className?: string }) {
  return <div className={classes('flex items-baseline justify-between gap-4', className)}><dt className="min-w-0">{name}</dt><dd className="figures shrink-0">{figure}</dd></div>
}
