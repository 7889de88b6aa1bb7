import { useMutationState, useQueryClient } from '@tanstack/react-query'
import { WifiOff } from 'lucide-react'
import { useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { isKeptStep } from '@/api/query-client'
import { Button } from '@/components/button'
import { useNow } from '@/components/now'
import { useRefusal } from '@/components/use-refusal'
import { ago } from '@/words/when'

function watch(watcher: () => void): () => void {
  globalThis.addEventListener('online', watcher)
  globalThis.addEventListener('offline', watcher)
  return () => {
    globalThis.removeEventListener('online', watcher)
    globalThis.removeEventListener('offline', watcher)
  }
}

/** Whether the browser has a line to the world. */
export const useOnline = (): boolean => useSyncExternalStore(watch, () => navigator.onLine)

/** How old the oldest thing is that is on screen; null where nothing is. */
function useAge(): string | null {
  const { i18n } = useTranslation()
  const queries = useQueryClient()
  const now = useNow()
  const known = queries.getQueryCache().findAll({ type: 'active' }).map((query) => query.state.dataUpdatedAt).filter((at) => at > 0)
  return known.length === 0 ? null : ago(new Date(Math.min(...known)), now, i18n.language)
}

/** Says that what is on screen is what was last known, and since when. */
export function OfflineBanner() {
  const { t } = useTranslation()
  const age = useAge()
  if (useOnline()) return null
  return (
    <p role="alert" className="flex items-center justify-center gap-2 bg-gold-soft px-4 py-2 text-center text-sm font-semibold text-gold-ink">
      <WifiOff aria-hidden className="size-4 shrink-0" />
      <span>{t('offline')} {age === null ? null : t('known', { ago: age })}</span>
    </p>
  )
}

/** Why the shop refused a step that had waited. */
function WhyNot({ error }: { error: unknown }) {
  const { t } = useTranslation()
  const refusal = useRefusal()
  return <>{t('keptRefused', { why: refusal(error) })}</>
}

/** The steps that wait for the line, and those the shop refused when it came back. */
export function KeptSteps() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [opened] = useState(() => Date.now())
  const waiting = useMutationState({ filters: { status: 'pending', predicate: isKeptStep }, select: (step) => step.state.isPaused || step.state.failureCount > 0 }).filter(Boolean)
  const refused = useMutationState({ filters: { status: 'error', predicate: (step) => isKeptStep(step) && step.state.submittedAt < opened }, select: (step) => step })
  if (waiting.length === 0 && refused.length === 0) return null
  return (
    <div role="status" className="grid justify-items-center gap-1 bg-sky-soft px-4 py-2 text-center text-sm font-semibold text-sky-ink">
      {waiting.length === 0 ? null : <p>{t('kept', { count: waiting.length })}</p>}
      {refused.map((step) => (
        <p key={step.mutationId} className="flex flex-wrap items-center justify-center gap-2">
          <WhyNot error={step.state.error} />
          <Button kind="bare" onClick={() => queries.getMutationCache().remove(step)}>{t('close')}</Button>
        </p>
      ))}
    </div>
  )
}
