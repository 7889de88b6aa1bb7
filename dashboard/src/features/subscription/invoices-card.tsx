import { ReceiptText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/components/button'
import { Card, CardHead } from '@/components/card'
import { Chip } from '@/components/chip'
import { dayWord, monthWord, type Invoice, type Subscription } from './plan-words'

/** Every invoice: paid or how to pay it, and the paper. */
export function InvoicesCard({ subscription }: { subscription: Subscription }) {
  const { t } = useTranslation('subscription')
  const { invoices, credit, paybill } = subscription
  return (
    <Card>
      <CardHead title={t('invoices')} hint={t('etims')} />
      <div className="grid gap-3 px-5 pb-5">
        {credit.cents > 0 ? <p>{t('creditText', { amount: credit.text })}</p> : null}
        {invoices.length === 0 ? <p className="text-ink-soft">{t('noInvoices')}</p> : (
          <ul className="grid">{invoices.map((each) => <li key={each.number} className="border-t border-line py-3"><InvoiceEntry invoice={each} paybill={paybill} /></li>)}</ul>
        )}
      </div>
    </Card>
  )
}

function InvoiceEntry({ invoice, paybill }: { invoice: Invoice; paybill: string | null }) {
  const { t, i18n } = useTranslation('subscription')
  const open = invoice.pay.cents > 0
  const chip = open ? <Chip tone={invoice.overdue ? 'berry' : 'gold'}>{t(invoice.overdue ? 'late' : 'open')}</Chip> : <Chip tone="leaf">{t('settled')}</Chip>
  return (
    <div className="grid gap-1">
      <div className="flex items-center justify-between gap-2">
        <p className="flex min-w-0 flex-wrap items-center gap-x-1.5"><span className="font-semibold">{monthWord(invoice.month, i18n.language)}</span> · <span className="figures">{invoice.total.text}</span>{chip}</p>
        <Button kind="quiet" asChild><a href={`/api/subscription/invoices/${invoice.number}/invoice.pdf`} target="_blank" rel="noreferrer" aria-label={t('pdf', { number: invoice.number })}><ReceiptText aria-hidden />{t('print')}</a></Button>
      </div>
      <p className="text-sm text-ink-soft">{invoice.number}{open ? ` · ${t('toPay', { amount: invoice.pay.text, day: dayWord(invoice.due, i18n.language) })}` : null}</p>
      {open ? <p className="text-sm">{paybill === null ? t('askHow') : t('payAt', { paybill, number: invoice.number })}</p> : null}
    </div>
  )
}
