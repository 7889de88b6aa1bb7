import { UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CustomerCard } from '@/api/types'
import { classes } from './classes'

const TONES = ['bg-clay-soft text-clay-ink', 'bg-leaf-soft text-leaf-ink', 'bg-gold-soft text-gold-ink', 'bg-sky-soft text-sky-ink', 'bg-berry-soft text-berry-ink']

/** What a customer is called here: her name, else her masked number; nothing once she is forgotten. */
export function useCustomerName(): (customer: CustomerCard) => string {
  const { t } = useTranslation()
  return (customer) => (customer.forgotten ? t('forgotten') : (customer.name ?? customer.phone ?? t('unnamed')))
}

/** A customer's initials, in a colour of her own. */
export function Avatar({ customer, className }: { customer: CustomerCard; className?: string }) {
  const initials = (customer.name ?? '').split(/\s+/).slice(0, 2).map((word) => word.slice(0, 1)).join('')
  const tone = TONES[Number.parseInt(customer.id.slice(0, 6), 16) % TONES.length]
  return (
    <span aria-hidden className={classes('grid size-11 shrink-0 place-items-center rounded-full font-display font-semibold', tone, className)}>
      {initials === '' || customer.forgotten ? <UserRound className="size-5" /> : initials.toUpperCase()}
    </span>
  )
}
