import { useTranslation } from 'react-i18next'
import type { Order } from '@/api/types'
import { Card, CardHead } from '@/components/card'
import { Picture } from '@/components/picture'

/** What was ordered, at the prices agreed. */
export function Lines({ order }: { order: Order }) {
  const { t } = useTranslation(['orders', 'takingBack'])
  return (
    <Card aria-labelledby="lines">
      <CardHead id="lines" title={t('lines')} />
      <ul className="grid gap-4 px-5">
        {order.lines.map((line) => (
          <li key={line.variant} className="flex items-center gap-4">
            <Picture path={line.picture} alt="" sizes="4.5rem" className="size-18 shrink-0" />
            <span className="min-w-0 flex-1">
              <span className="block font-semibold">{line.title}</span>
              <span className="figures text-sm text-ink-soft">{t('size', { size: line.size })} · {line.quantity} × {line.unit_price.text}<Listed line={line} /></span>
              {line.taken_back === 0 ? null : <span className="block text-sm font-semibold text-berry-ink">{t('takingBack:takenBack', { count: line.taken_back })}</span>}
            </span>
            <span className="figures font-semibold whitespace-nowrap">{line.total.text}</span>
          </li>
        ))}
      </ul>
      <dl className="figures mt-4 grid gap-1.5 border-t border-line px-5 py-4">
        {order.discount === null ? null : <div className="flex justify-between text-ink-soft"><dt>{t('discount')}</dt><dd>{order.discount.text}</dd></div>}
        <div className="flex justify-between text-ink-soft"><dt>{t('delivery', { area: order.delivery_area })}</dt><dd>{order.delivery_fee.text}</dd></div>
        <div className="flex justify-between font-display text-xl font-semibold"><dt>{t('total')}</dt><dd>{order.total.text}</dd></div>
        {order.going_back.cents === 0 ? null : <div className="flex justify-between text-berry-ink"><dt>{t('takingBack:goingBack')}</dt><dd>{order.going_back.text}</dd></div>}
        {order.gone_back.cents === 0 ? null : <div className="flex justify-between text-ink-soft"><dt>{t('takingBack:goneBack')}</dt><dd>−{order.gone_back.text}</dd></div>}
      </dl>
    </Card>
  )
}

/** The list price, where she got it for less. */
function Listed({ line }: { line: Order['lines'][number] }) {
  const { t } = useTranslation('orders')
  if (line.list_price.cents === line.unit_price.cents) return null
  return <> <span className="sr-only">{t('listed')} </span><del>{line.list_price.text}</del></>
}
