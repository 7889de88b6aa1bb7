import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '@/api/client'
import type { components } from '@/api/schema'

export type BulkField = components['schemas']['BulkField']
type Done = components['schemas']['BulkDone']

/** One change to many pieces, and taking it back: what undoes it is kept until the next change. */
export function useBulk() {
  const queries = useQueryClient()
  const [last, setLast] = useState<{ done: Done; undone: boolean } | null>(null)
  const after = (undone: boolean) => ({
    onSuccess: async (done: Done) => {
      setLast({ done, undone })
      await queries.invalidateQueries()
    },
  })
  const change = api.useMutation('post', '/api/products/bulk', after(false))
  const undo = api.useMutation('post', '/api/products/bulk/undo', after(true))
  const params = () => ({ header: { 'Idempotency-Key': crypto.randomUUID() } })
  return {
    last,
    busy: change.isPending || undo.isPending,
    error: change.error ?? undo.error,
    change: (products: string[], field: BulkField, value: number) => change.mutate({ params: params(), body: { products, field, value } }),
    undo: () => (last === null ? undefined : undo.mutate({ params: params(), body: { steps: last.done.steps } })),
  }
}
