import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Choice } from '@/components/choice'
import { FreeOffer, OfferForm, type Asked } from './offer-form'

const WAYS = ['sandbox', 'paybill', 'till', 'airtel', 'card', 'paylink'] as const
type Way = (typeof WAYS)[number]
const NAMES: Partial<Record<Way, string>> = { airtel: 'Airtel Money', card: 'Paystack', paylink: 'PayLink' }
const SHORT = '[0-9]{5,7}'

/** The ways to be paid: her paybill or till, Airtel Money, cards, her PayLink server; in the demo a free paybill. */
export function TillOffers({ sandbox }: { sandbox: boolean }) {
  const { t } = useTranslation('shop')
  const [way, setWay] = useState<Way>(sandbox ? 'sandbox' : 'paybill')
  const labels: Partial<Record<Way, string>> = { ...NAMES, sandbox: t('numberWay.sandbox'), paybill: t('paybill'), till: t('tillWay') }
  const ways = WAYS.filter((each) => sandbox || each !== 'sandbox')
  return (
    <div className="grid gap-4">
      <Choice label={t('way')} value={way} options={ways.map((value) => ({ value, label: labels[value] ?? value }))} onChange={setWay} className="flex-wrap justify-self-start rounded-3xl" />
      {way === 'sandbox' ? <FreeOffer text={t('freeTillText')} label={t('freeTill')} offer={{ neighbour: 'sandbox-till' }} /> : null}
      {way === 'paybill' || way === 'till' ? <Mpesa key={way} isTill={way === 'till'} /> : null}
      {way === 'airtel' ? <Airtel /> : null}
      {way === 'card' ? <Card /> : null}
      {way === 'paylink' ? <PayLink /> : null}
    </div>
  )
}

function useApp(): Asked[] {
  const { t } = useTranslation('shop')
  return [
    { name: 'consumer_key', label: t('consumerKey'), secret: true },
    { name: 'consumer_secret', label: t('consumerSecret'), secret: true },
    { name: 'passkey', label: t('passkey'), secret: true },
  ]
}

function Mpesa({ isTill }: { isTill: boolean }) {
  const { t } = useTranslation('shop')
  const app = useApp().map((asked) => ({ ...asked, optional: true }))
  const store: Asked[] = isTill ? [{ name: 'store_number', label: t('store'), hint: t('storeHint'), pattern: SHORT }] : []
  const asks: Asked[] = [{ name: 'shortcode', label: isTill ? t('till') : t('shortcode'), pattern: SHORT }, ...store, ...app]
  return (
    <OfferForm
      text={isTill ? t('tillText.till') : t('tillText.paybill')} asks={asks} note={t('ownApp')}
      offerOf={({ shortcode = '', store_number = '', consumer_key = '', consumer_secret = '', passkey = '' }) => ({
        neighbour: 'mpesa', shortcode, is_till: isTill, store_number: store_number === '' ? null : store_number, consumer_key, consumer_secret, passkey,
      })}
    />
  )
}

function Airtel() {
  const { t } = useTranslation('shop')
  const asks: Asked[] = [
    { name: 'client_id', label: t('clientId'), secret: true },
    { name: 'client_secret', label: t('clientSecret'), secret: true },
    { name: 'callback_key', label: t('callbackKey'), secret: true, optional: true },
  ]
  return <OfferForm text={t('tillText.airtel')} asks={asks} offerOf={({ client_id = '', client_secret = '', callback_key = '' }) => ({ neighbour: 'airtel', client_id, client_secret, callback_key })} />
}

function Card() {
  const { t } = useTranslation('shop')
  return <OfferForm text={t('tillText.card')} asks={[{ name: 'secret_key', label: t('secretKey'), hint: t('tokenHint'), secret: true }]} offerOf={({ secret_key = '' }) => ({ neighbour: 'paystack', secret_key })} />
}

function PayLink() {
  const { t } = useTranslation('shop')
  const asks: Asked[] = [
    { name: 'shortcode', label: t('shortcode'), pattern: SHORT },
    { name: 'address', label: t('address'), type: 'url' },
    { name: 'api_key', label: t('apiKey'), secret: true },
    { name: 'project', label: t('project') },
    ...useApp(),
  ]
  return (
    <OfferForm
      text={t('tillText.paylink')} asks={asks}
      offerOf={({ shortcode = '', address = '', api_key = '', project = '', consumer_key = '', consumer_secret = '', passkey = '' }) => ({
        neighbour: 'paylink', shortcode, is_till: false, address, api_key, project, consumer_key, consumer_secret, passkey,
      })}
    />
  )
}
