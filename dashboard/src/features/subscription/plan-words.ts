import type { TFunction } from 'i18next'
import type { components } from '@/api/schema'
import { SHOP_ZONE } from '@/words/when'

type Schemas = components['schemas']
export type Subscription = Schemas['SubscriptionCard']
export type Plan = Schemas['PlanCard']
export type Invoice = Schemas['InvoiceCard']
export type Line = Schemas['BillLine']

/** What a plan asks for, in one line. */
export function priceOf(plan: Plan, t: TFunction<'subscription'>): string {
  const { fee, percent } = plan
  const bounds = boundsOf(plan, t)
  if (fee.cents > 0 && percent > 0) return t('both', { fee: fee.text, percent }) + bounds
  if (fee.cents > 0) return t('perMonth', { fee: fee.text })
  return percent > 0 ? t('ofSales', { percent }) + bounds : t('free')
}

function boundsOf({ least, most }: Plan, t: TFunction<'subscription'>): string {
  const told = [least == null ? null : t('atLeast', { amount: least.text }), most == null ? null : t('atMost', { amount: most.text })]
  return told.filter((said) => said !== null).map((said) => `, ${said}`).join('')
}

export const samePlan = (one: Plan, other: Plan): boolean =>
  one.name === other.name && one.fee.cents === other.fee.cents && one.percent === other.percent && one.least?.cents === other.least?.cents && one.most?.cents === other.most?.cents

const shown = (language: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(language.startsWith('sw') ? 'sw-KE' : 'en-KE', { timeZone: SHOP_ZONE, ...options })

/** A day of the calendar. Example: 1 December. */
export const dayWord = (day: string, language: string): string =>
  shown(language, { day: 'numeric', month: 'long' }).format(new Date(`${day}T12:00:00Z`))

/** A month of the calendar. Example: November 2026. */
export const monthWord = (day: string, language: string): string =>
  shown(language, { month: 'long', year: 'numeric' }).format(new Date(`${day}T12:00:00Z`))
