import { useMutationState, useQueryClient, type MutationState } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { api } from '@/api/client'
import type { components } from '@/api/schema'
import { keepCount, keptCount } from './count-drawer'
import { requests, resumed, type Counts, type Draft } from './counted'

type Schemas = components['schemas']
type Sent = { body: Schemas['StockTake']; params: { header: { 'Idempotency-Key': string } } }
const PATH = '/api/products/stock-take'

/** The requests of this count, as far as this page knows of them: also those that waited for the line when it was closed. */
function useSent(key: string | undefined) {
  const known = useMutationState({ filters: { mutationKey: ['post', PATH] }, select: (step) => step.state as MutationState<Schemas['StockTaken'], Error, Sent> })
  return key === undefined ? [] : known.filter((step) => step.variables?.params.header['Idempotency-Key'].startsWith(key) === true)
}

/** A count of the whole shop: kept on the phone with every figure, sent once, and taken back. */
export function useCount(boutique: string) {
  const [draft, setDraft] = useState<Draft>(() => resumed(keptCount(), boutique))
  const change = (next: (before: Draft) => Draft) => setDraft((before) => {
    const after = next(before)
    keepCount(after)
    return after
  })
  const { mutate } = api.useMutation('post', PATH)
  const send = (counts: Counts, key: string, reason: string) => {
    for (const one of requests(counts, key)) mutate({ body: { counts: one.counts, reason }, params: { header: { 'Idempotency-Key': one.take } } })
  }
  const sent = useSent(draft.sent?.key)
  const settled = useSettling(draft, sent, change, send)
  return {
    draft, ...settled,
    count: (variant: string, one: Counts[string] | null) => change((before) => {
      const { [variant]: _, ...rest } = before.counts
      return { ...before, counts: one === null ? rest : { ...rest, [variant]: one }, done: null }
    }),
    drop: () => change((before) => ({ ...before, counts: {} })),
    take: (counts: Counts, reason: string) => {
      const key = crypto.randomUUID()
      change((before) => ({ ...before, counts, sent: { key, reason }, failed: false }))
      send(counts, key, reason)
    },
    forgetDone: () => change((before) => ({ ...before, done: null })),
  }
}

/** What became of a count that was sent. One of which nothing is known any more is told again: each size is taken once by its key. */
function useSettling(draft: Draft, sent: ReturnType<typeof useSent>, change: (next: (before: Draft) => Draft) => void, send: (counts: Counts, key: string, reason: string) => void) {
  const queries = useQueryClient()
  const told = useRef<string | null>(null)
  const key = draft.sent?.key
  const wanted = requests(draft.counts, key ?? '').length
  const isDone = key !== undefined && sent.length >= wanted && sent.every((step) => step.status === 'success')
  const isRefused = key !== undefined && sent.some((step) => step.status === 'error')
  useEffect(() => {
    if (draft.sent === null) return
    if (sent.length === 0 && told.current !== draft.sent.key) {
      told.current = draft.sent.key
      send(draft.counts, draft.sent.key, draft.sent.reason)
    }
    if (isRefused) {
      change((before) => ({ ...before, sent: null, failed: true }))
    }
    if (!isDone) return
    const refused = sent.flatMap((step) => step.data?.refused ?? [])
    const takes = requests(draft.counts, draft.sent.key).map(({ take, counts }) => ({ take, sizes: counts.map(({ product, variant }) => ({ product, variant })) }))
    change((before) => ({ ...before, counts: {}, sent: null, failed: false, done: { takes, refused } }))
    void queries.invalidateQueries()
  }, [draft, sent, isDone, isRefused, change, send, queries])
  return { waits: key !== undefined && sent.some((step) => step.isPaused || step.failureCount > 0), busy: key !== undefined }
}
