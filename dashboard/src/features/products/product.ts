import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '@/api/client'
import type { components } from '@/api/schema'

export type Product = components['schemas']['Product']

/** How long a piece that is marked is shown as newly come in. */
export const NEW_DAYS = 14

const PATH = '/api/products/{product}'

/** One piece, and what is done with it. Every answer is the piece as it then stands, and is shown at once. */
export function useProduct(product: string) {
  const queries = useQueryClient()
  const params = { path: { product } }
  const asked = api.queryOptions('get', PATH, { params })
  const past = api.queryOptions('get', '/api/products/{product}/history', { params })
  const piece = api.useQuery('get', PATH, { params })
  const [done, setDone] = useState(false)
  const told = {
    onSuccess: (now: Product) => {
      setDone(true)
      queries.setQueryData(asked.queryKey, now)
    },
    onMutate: () => setDone(false),
  }
  const change = api.useMutation('patch', PATH, told)
  const photos = api.useMutation('put', '/api/products/{product}/photos', told)
  const archive = api.useMutation('post', '/api/products/{product}/archive', told)
  const restore = api.useMutation('post', '/api/products/{product}/restore', told)
  const addSize = api.useMutation('post', '/api/products/{product}/sizes', told)
  const receive = api.useMutation('post', '/api/products/{product}/sizes/{variant}/receive', told)
  const correct = api.useMutation('post', '/api/products/{product}/sizes/{variant}/correct', told)
  const undo = api.useMutation('post', '/api/products/{product}/undo', { ...told, onSettled: () => queries.invalidateQueries({ queryKey: past.queryKey }) })
  const steps = [change, photos, archive, restore, addSize, receive, correct, undo]
  const key = () => ({ 'Idempotency-Key': crypto.randomUUID() })
  return {
    piece, done,
    busy: steps.some((step) => step.isPending),
    error: steps.find((step) => step.isError)?.error ?? null,
    forget: () => steps.forEach((step) => step.reset()),
    change: (body: components['schemas']['ProductChange']) => change.mutateAsync({ params, body }),
    arrange: (names: string[]) => photos.mutateAsync({ params, body: { photos: names } }),
    archive: () => archive.mutateAsync({ params }),
    restore: () => restore.mutateAsync({ params }),
    undo: (position: number) => undo.mutateAsync({ params, body: { position } }),
    addSize: (size: string, stock: number) => addSize.mutateAsync({ params, body: { size, stock } }),
    receive: (variant: string, quantity: number) => receive.mutateAsync({ params: { path: { product, variant }, header: key() }, body: { quantity } }),
    correct: (variant: string, by: number, reason: string) => correct.mutateAsync({ params: { path: { product, variant }, header: key() }, body: { change: by, reason } }),
  }
}

export type Steps = ReturnType<typeof useProduct>

/** A step whose failure is shown by `error`: nothing more is to be done about it. */
export const quietly = (step: Promise<unknown>): void => void step.catch(() => undefined)
