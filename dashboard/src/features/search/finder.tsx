import { keepPreviousData } from '@tanstack/react-query'
import { ArrowRight, HandCoins, MessageCircle, Receipt, Search as Glass, Shirt, ShoppingBag } from 'lucide-react'
import { useEffect, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import type { components } from '@/api/schema'
import { useCustomerName } from '@/components/customer'
import { Field } from '@/components/field'
import { ACTIONS, fits } from './actions'
import { Hits, type Hit } from './hits'

type Found = components['schemas']['Found']
const NOTHING: Found = { customers: [], orders: [], pieces: [], receipts: [], money: [] }
const PAUSE_MS = 150
const SHORTEST = 2

/** What was written, once the fingers rest. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const wait = setTimeout(() => setRested(text), PAUSE_MS)
    return () => clearTimeout(wait)
  }, [text])
  return rested
}

/** Up and down walk through what was found. */
function walk(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  event.preventDefault()
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, a')]
  const at = stops.findIndex((stop) => stop === document.activeElement)
  stops[(at + step + stops.length) % stops.length]?.focus()
}

/** Writing and finding: customers, orders, pieces, receipts, and where one can go. */
export default function Finder({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('search')
  const nameOf = useCustomerName()
  const me = api.useQuery('get', '/api/me')
  const [text, setText] = useState('')
  const words = useRested(text.trim())
  const asked = words.length >= SHORTEST
  const search = api.useQuery('get', '/api/search', { params: { query: { q: words } } }, { enabled: asked, placeholderData: keepPreviousData })
  const found = asked ? (search.data ?? NOTHING) : NOTHING
  const customers: Hit[] = found.customers.map(({ customer, conversation }) => ({
    key: customer.id, title: nameOf(customer), note: customer.phone ?? '', icon: MessageCircle,
    link: conversation === null ? { to: '/customers/$customer', params: { customer: customer.id } } : { to: '/conversations/$conversation', params: { conversation } },
  }))
  const orders: Hit[] = found.orders.map((order) => ({ key: order.id, title: `${order.number} · ${nameOf(order.customer)}`, note: order.total.text, icon: ShoppingBag, link: { to: '/orders/$order', params: { order: order.id } } }))
  const pieces: Hit[] = found.pieces.map((piece) => ({ key: piece.product, title: piece.title, note: piece.sku, icon: Shirt, link: { to: '/products/$product', params: { product: piece.product } } }))
  const receipts: Hit[] = found.receipts.map(({ receipt, order }) => ({ key: receipt + order.id, title: receipt, note: `${order.number} · ${order.total.text}`, icon: Receipt, link: { to: '/orders/$order', params: { order: order.id } } }))
  const loose: Hit[] = found.money.map(({ receipt, amount }) => ({ key: receipt, title: receipt, note: `${t('noOrder')} · ${amount.text}`, icon: HandCoins, link: { to: '/money', search: { q: receipt } } }))
  const actions: Hit[] = ACTIONS.filter(({ owner }) => owner !== true || me.data?.role === 'owner').map(({ word, link }) => ({ key: word, title: t(word), note: '', icon: ArrowRight, link })).filter((hit) => fits(hit.title, text))
  const all = [customers, orders, pieces, receipts, loose, actions].reduce((sum, hits) => sum + hits.length, 0)
  const settled = asked && words === text.trim() && !search.isFetching
  return (
    // Up and down are only a quicker way: the field and each link are reached by the keyboard without them.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="grid gap-4" onKeyDown={walk}>
      <Field
        // The person has just asked for this field.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus type="search" label={t('hint')} hideLabel placeholder={t('hint')} icon={<Glass />} maxLength={80} value={text} onChange={(event) => setText(event.target.value)}
      />
      <div className="grid max-h-[60dvh] gap-4 overflow-y-auto">
        <Hits title={t('customers')} hits={customers} onGo={onDone} />
        <Hits title={t('orders')} hits={orders} onGo={onDone} />
        <Hits title={t('pieces')} hits={pieces} onGo={onDone} />
        <Hits title={t('receipts')} hits={[...receipts, ...loose]} onGo={onDone} />
        {search.isError && asked ? <p role="alert" className="text-berry-ink">{t('failed')}</p> : null}
        {settled && all === 0 && !search.isError ? <p className="text-ink-soft"><strong className="block text-ink">{t('none', { words })}</strong>{t('noneText')}</p> : null}
        <Hits title={t('actions')} hits={actions} onGo={onDone} />
      </div>
      <p role="status" className="sr-only">{settled ? t('found', { count: all }) : ''}</p>
    </div>
  )
}
