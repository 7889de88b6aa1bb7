import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ArrowRight, Smartphone } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { start, type DemoBoutique } from '@/api/start'
import { Brand } from '@/components/brand'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { demoBoutiques } from './queries'

/** The demo's first page: two shops to run, and the phones to buy from. */
export function StartPage() {
  const { t } = useTranslation('start')
  const shops = useQuery(demoBoutiques)
  return (
    <main className="mx-auto grid min-h-dvh max-w-5xl content-center gap-7 px-4 py-8 sm:px-6 lg:gap-8">
      <header className="grid gap-5 lg:max-w-3xl">
        <Brand />
        <h1 className="text-4xl leading-[1.08] font-bold sm:text-5xl lg:text-6xl">{t('title')}</h1>
        <p className="max-w-2xl text-lg text-pretty text-ink-soft">{t('text')}</p>
      </header>
      <section aria-label={t('boutiques')} className="grid gap-4 sm:grid-cols-2">
        {shops.data?.map((shop, index) => <ShopCard key={shop.id} shop={shop} index={index} />)}
      </section>
      <Phones />
    </main>
  )
}

const AWNINGS = [
  ['var(--clay)', '#fff4e2'],
  ['var(--leaf)', '#fbe3a8'],
] as const

function ShopCard({ shop, index }: { shop: DemoBoutique; index: number }) {
  const { t } = useTranslation('start')
  const navigate = useNavigate()
  const queries = useQueryClient()
  const enter = start.useMutation('post', '/sandbox/api/sign-in', {
    onSuccess: async () => {
      queries.removeQueries({ predicate: (query) => query.queryKey[1] !== '/sandbox/api/boutiques' })
      await navigate({ to: '/today' })
    },
  })
  return (
    <Card className="flex animate-rise flex-col overflow-hidden" style={{ animationDelay: `${index * 80}ms` }}>
      <Awning colours={AWNINGS[index % AWNINGS.length] ?? AWNINGS[0]} />
      <div className="flex flex-1 flex-col justify-between gap-4 px-6 pt-3 pb-6">
        <div>
          <h2 className="text-2xl">{shop.name}</h2>
          <p className="figures text-ink-soft">{shop.town} · {shop.number}</p>
          <p className="mt-2">{shop.about}</p>
        </div>
        <Button aria-label={`${t('open')}: ${shop.name}`} disabled={enter.isPending} onClick={() => enter.mutate({ body: { boutique: shop.id, role: 'owner' } })}>
          {t('open')}<ArrowRight aria-hidden />
        </Button>
      </div>
    </Card>
  )
}

function Awning({ colours: [dark, pale] }: { colours: readonly [string, string] }) {
  const stripes = Array.from({ length: 12 }, (_, stripe) => stripe)
  return (
    <svg viewBox="0 0 480 74" aria-hidden className="w-full">
      {stripes.map((stripe) => (
        <path key={stripe} d={`M${stripe * 40} 0h40v50a20 20 0 0 1-40 0z`} fill={stripe % 2 === 0 ? dark : pale} />
      ))}
      <path d="M0 0h480v5H0z" fill="rgb(0 0 0 / 0.14)" />
    </svg>
  )
}

function Phones() {
  const { t } = useTranslation('start')
  return (
    <section className="grid items-center gap-5 rounded-3xl bg-leaf-soft p-6 text-leaf-ink sm:grid-cols-[1fr_auto] sm:p-8">
      <div className="grid gap-3">
        <h2 className="text-2xl">{t('phones')}</h2>
        <p className="max-w-xl">{t('phonesText')}</p>
        <ol aria-label={t('how')} className="flex flex-wrap gap-x-6 gap-y-2 text-sm font-semibold">
          {(['step1', 'step2', 'step3'] as const).map((step, index) => (
            <li key={step} className="flex items-center gap-2"><span aria-hidden className="grid size-6 place-items-center rounded-full bg-leaf text-ground">{index + 1}</span>{t(step)}</li>
          ))}
        </ol>
      </div>
      <Button kind="quiet" asChild><a href="/phones"><Smartphone aria-hidden />{t('phones')}</a></Button>
    </section>
  )
}
