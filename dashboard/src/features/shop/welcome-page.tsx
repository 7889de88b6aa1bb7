import { useNavigate, useSearch } from '@tanstack/react-router'
import { Check } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { classes } from '@/components/classes'
import { PageHead } from '@/components/page-head'
import { Skeletons } from '@/components/skeleton'
import { Trouble } from '@/components/trouble'
import { LimitsForm } from './limits-form'
import { ProfileForm } from './profile-form'
import { useOpening, type Opening, type Step } from './queries'
import { STEPS } from './search'
import { AgentStep, CatalogueStep, ConnectionsPart, LiveStep } from './steps'

/** Opens a shop step by step. Nothing is kept here: what is done follows from what the shop has recorded. */
export function WelcomePage() {
  const { t } = useTranslation('shop')
  const opening = useOpening()
  const head = <PageHead title={t('welcome')} hint={t('welcomeText')} />
  if (opening.isPending) return <>{head}<Skeletons count={4} className="grid gap-3" each="h-20" /></>
  if (opening.data === undefined) return <>{head}<Trouble onRetry={() => void opening.refetch()} /></>
  return <>{head}<Steps opening={opening.data} /></>
}

function Steps({ opening }: { opening: Opening }) {
  const { t } = useTranslation('shop')
  const navigate = useNavigate({ from: '/welcome' })
  const wanted = useSearch({ from: '/shop/welcome' }).step
  const done = new Set(opening.steps.filter((each) => each.done).map((each) => each.step))
  const [first] = useState<Step>(() => STEPS.find((step) => step !== 'live' && !done.has(step)) ?? 'live')
  const open = wanted ?? first
  const go = (step: Step | undefined) => void navigate({ search: step === undefined ? {} : { step }, replace: true })
  return (
    <>
      <p role="status" className="mb-4 text-sm font-semibold text-ink-soft">{t('progress', { done: done.size, steps: opening.steps.length })}</p>
      <ol className="grid gap-3">
        {STEPS.map((step, at) => (
          <StepCard key={step} step={step} at={at} done={step === 'live' ? opening.live : done.has(step)} open={step === open} onOpen={() => go(step)}>
            <StepBody step={step} opening={opening} done={step !== 'live' && done.has(step)} onNext={() => go(STEPS[at + 1])} />
          </StepCard>
        ))}
      </ol>
    </>
  )
}

type CardProps = { step: Step; at: number; done: boolean; open: boolean; onOpen: () => void; children: ReactNode }

function StepCard({ step, at, done, open, onOpen, children }: CardProps) {
  const { t } = useTranslation('shop')
  const card = useRef<HTMLLIElement>(null)
  const was = useRef(open)
  useEffect(() => {
    if (open && !was.current) card.current?.scrollIntoView({ block: 'start', behavior: 'smooth' })
    was.current = open
  }, [open])
  const mark = done ? <Check aria-hidden className="size-5" /> : at + 1
  return (
    <li ref={card} className="scroll-mt-20">
      <Card className={classes('overflow-hidden', open && 'border-line-strong')}>
        <h2 className="text-lg">
          <button type="button" aria-expanded={open} onClick={onOpen} className="flex min-h-16 w-full items-center gap-4 px-5 py-3 text-left hover:bg-sunken">
            <span className={classes('grid size-9 shrink-0 place-items-center rounded-full text-base font-bold', done ? 'bg-leaf text-ground' : open ? 'bg-clay text-on-clay' : 'bg-sunken text-ink-soft')}>{mark}</span>
            <span className="min-w-0 flex-1"><span className="block font-display leading-tight font-semibold">{t(`step.${step}`)}</span><span className="block text-sm font-sans font-normal text-ink-soft">{t(`stepText.${step}`)}</span></span>
            <span className="sr-only">{done ? t('done') : t('open')}</span>
          </button>
        </h2>
        {open ? <div className="border-t border-line p-5">{children}</div> : null}
      </Card>
    </li>
  )
}

function StepBody({ step, opening, done, onNext }: { step: Step; opening: Opening; done: boolean; onNext: () => void }) {
  const { t } = useTranslation('shop')
  const onward = done ? <Button className="mt-5" onClick={onNext}>{t('next')}</Button> : null
  switch (step) {
    case 'profile':
      return <ProfileForm profile={opening.profile} label={t('saveNext')} onSaved={onNext} />
    case 'whatsapp':
      return <><ConnectionsPart kind="numbers" />{onward}</>
    case 'catalogue':
      return <><CatalogueStep pieces={opening.pieces} />{onward}</>
    case 'payments':
      return <><ConnectionsPart kind="tills" />{onward}</>
    case 'agent':
      return <><div className="mb-5"><LimitsForm limits={opening.limits} /></div><AgentStep opening={opening} label={t('saveNext')} onSaved={onNext} /></>
    case 'live':
      return <LiveStep opening={opening} missing={opening.steps.filter((each) => !each.done).map((each) => t(`step.${each.step}`))} />
  }
}
