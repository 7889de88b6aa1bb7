import { BadgePercent } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import type { Conversation } from '@/api/types'
import { Button } from '@/components/button'
import { count } from '@/components/checks'
import { Dialog } from '@/components/dialog'
import { Field } from '@/components/field'
import { useChecked } from '@/components/form'
import { useGiveDiscount } from './stand-in'

/** What she means to buy and what it costs her; nothing where her cart is empty and nothing is off. */
export function CartLine({ cart }: { cart: Conversation['cart'] }) {
  const { t } = useTranslation('steppingIn')
  if (cart.pieces.length === 0) return cart.percent === 0 ? null : <p className="text-sm">{t('offNext', { percent: cart.percent })}</p>
  const told = { pieces: cart.pieces.join('; '), total: cart.total.text, listed: cart.list_total.text, percent: cart.percent }
  return <p className="figures text-sm">{t('inCart', told)} · {cart.percent === 0 ? told.total : t('sumOff', told)}</p>
}

/** Takes something off her cart, for who may give more than she has. */
export function DiscountButton({ chat }: { chat: Conversation }) {
  const { t } = useTranslation('steppingIn')
  const [giving, setGiving] = useState(false)
  if (chat.cart.most <= chat.cart.percent) return null
  return (
    <>
      <Button kind="bare" shape="round" aria-label={t('discount')} title={t('discount')} onClick={() => setGiving(true)}><BadgePercent aria-hidden /></Button>
      {giving ? <DiscountDialog chat={chat} onClose={() => setGiving(false)} /> : null}
    </>
  )
}

function DiscountDialog({ chat, onClose }: { chat: Conversation; onClose: () => void }) {
  const { t } = useTranslation(['steppingIn', 'frame'])
  const { percent, most } = chat.cart
  const give = useGiveDiscount(chat.id, onClose)
  const { field, sends } = useChecked(z.object({ percent: count(percent + 1, most) }), { percent: '' })
  return (
    <Dialog open onOpenChange={(next) => (next ? undefined : onClose())} title={t('discount')} text={t('discountText')}>
      <form className="grid gap-3" noValidate onSubmit={sends((told) => give.send(told.percent))}>
        <CartLine cart={chat.cart} />
        <Field label={t('percent')} hint={t('percentHint', { least: percent + 1, most })} inputMode="numeric" required {...field('percent')} />
        <p role="status" className="text-sm text-berry-ink empty:hidden">{give.trouble}</p>
        <div className="flex flex-wrap justify-end gap-2">
          <Button kind="bare" onClick={onClose}>{t('frame:close')}</Button>
          <Button type="submit" disabled={give.busy}>{t('give')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
