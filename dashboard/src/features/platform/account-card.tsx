import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { components } from '@/api/schema'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { Ago } from '@/components/time'

type Account = components['schemas']['WatchedAccount']
const NEIGHBOURS = ['whatsapp', 'twilio', 'mpesa', 'paylink', 'airtel', 'paystack'] as const

/** A number or a till: whether it works, when something came and went, and what became of it in 24 hours. */
export function AccountCard({ account }: { account: Account }) {
  const { t } = useTranslation('platform')
  const known = NEIGHBOURS.find((each) => each === account.neighbour)
  const isNumber = account.neighbour === 'whatsapp' || account.neighbour === 'twilio'
  const facts: [string, ReactNode][] = isNumber
    ? [[t('lastIn'), <When key="in" at={account.last_in} />], [t('lastOut'), <When key="out" at={account.last_out} />], [t('sent'), account.sent], [t('failed'), account.failed]]
    : [[t('lastMoney'), <When key="in" at={account.last_in} />], [t('lastPrompt'), <When key="out" at={account.last_out} />], [t('prompted'), account.prompted], [t('succeeded'), account.succeeded], [t('unclear'), account.unknown]]
  return (
    <Card className="grid content-start gap-3 p-5">
      <header className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-lg leading-tight">{known === undefined ? account.neighbour : t(`neighbour.${known}`)} <span className="figures text-ink-soft">…{account.ending}</span></h3>
        <Verdict account={account} />
      </header>
      <dl className="figures grid gap-1.5">
        {facts.map(([word, value]) => (
          <div key={word} className="flex items-baseline justify-between gap-4"><dt className="text-ink-soft">{word}</dt><dd className="font-semibold whitespace-nowrap">{value}</dd></div>
        ))}
      </dl>
      <p className="text-sm text-ink-soft">{account.checked_at === null ? t('notChecked') : <>{t('checked')} <Ago at={account.checked_at} /></>}</p>
    </Card>
  )
}

function Verdict({ account }: { account: Account }) {
  const { t } = useTranslation('platform')
  if (account.verdict === 'works') return <Chip tone="leaf"><CircleCheck aria-hidden />{t('works')}</Chip>
  if (account.verdict === 'broken') return <Chip tone="berry"><CircleAlert aria-hidden />{t('broken')}</Chip>
  return <Chip><CircleDashed aria-hidden />{t('notChecked')}</Chip>
}

function When({ at }: { at: string | null }) {
  const { t } = useTranslation('platform')
  return at === null ? t('notYet') : <Ago at={at} />
}
