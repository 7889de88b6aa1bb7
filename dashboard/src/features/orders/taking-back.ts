import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '@/api/client'
import { ApiProblem } from '@/api/problem'
import type { components } from '@/api/schema'
import type { Order } from '@/api/types'

export type Wish = components['schemas']['TakingBack']
export type Counts = Readonly<Record<string, number>>
export type Line = Order['lines'][number]

export const leftOf = (line: Line): number => line.quantity - line.taken_back
export const linesLeft = (order: Order): Line[] => order.lines.filter((line) => leftOf(line) > 0)
export const chosenOf = (counts: Counts): Wish['pieces'] =>
  Object.entries(counts).flatMap(([variant, quantity]) => (quantity === 0 ? [] : [{ variant, quantity }]))

/** What the chosen pieces cost, as far as it can still go back. Units: cents. */
export const worthOf = (order: Order, counts: Counts): number =>
  Math.min(order.may_go_back.cents, order.lines.reduce((sum, line) => sum + line.unit_price.cents * (counts[line.variant] ?? 0), 0))

/** Whether an order that is still in the shop would keep no piece: that is a cancellation. */
export const leavesNothing = (order: Order, counts: Counts): boolean =>
  (order.status === 'paid' || order.status === 'packed') && linesLeft(order).every((line) => counts[line.variant] === leftOf(line))

type Trouble = 'changed' | 'failed' | null

/** Writes down what comes back. A form that is sent twice counts once. */
export function useTakingBack(order: Order, onDone: () => void) {
  const queries = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const take = api.useMutation('post', '/api/orders/{order}/take-back', { onSuccess: async () => { await queries.invalidateQueries(); onDone() } })
  const trouble: Trouble = take.error === null ? null : take.error instanceof ApiProblem && take.error.status === 409 ? 'changed' : 'failed'
  return { busy: take.isPending, trouble, send: (wish: Wish) => take.mutate({ params: { path: { order: order.id }, header: { 'Idempotency-Key': key } }, body: wish }) }
}
