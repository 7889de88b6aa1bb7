import type { components } from '@/api/schema'
import type { Me } from '@/api/types'

type Schemas = components['schemas']

export type Role = Me['role']
export type OrderName = Schemas['OrderName']
export type OpenRefund = Schemas['OpenRefund']
export type WaitingDeposit = Schemas['WaitingDeposit']
export type MoneyBeside = Schemas['MoneyBeside']

/** Why money waits, as far as there are words for it. */
export const REASONS = ['no-order', 'unconfirmed', 'wrong-amount', 'wrong-shop', 'paid-twice', 'overpaid', 'paid-too-late', 'owner', 'out-of-stock', 'returned', 'faulty', 'missing', 'goodwill'] as const
