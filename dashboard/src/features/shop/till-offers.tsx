import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Choice } from '@/components/choice'
import { airtel, paybill, paylink, paystack, till } from './asked'
import { FreeOffer, OfferForm, type Asked } from './offer-form'

const WAYS = ['sandbox', 'paybill', 'till', 'airtel', 'card', 'paylink'] as const
type Way = (typeof WAYS)[number]
const NAMES: Partial<Record<Way, string>> = { airtel: 'Airtel Money', card: 'Paystack', paylink: 'PayLink' }

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
  const app = useApp()
  const store = { name: 'store_number', label: t('store'), hint: t('storeHint') }
  return isTill
    ? <OfferForm text={t('tillText.till')} schema={till} asks={[{ name: 'shortcode', label: t('till') }, store, ...app]} note={t('ownApp')} offerOf={(told) => ({ neighbour: 'mpesa', is_till: true, ...told })} />
    : <OfferForm text={t('tillText.paybill')} schema={paybill} asks={[{ name: 'shortcode', label: t('shortcode') }, ...app]} note={t('ownApp')} offerOf={(told) => ({ neighbour: 'mpesa', is_till: false, store_number: null, ...told })} />
}

function Airtel() {
  const { t } = useTranslation('shop')
  const asks = [
    { name: 'client_id', label: t('clientId'), secret: true },
    { name: 'client_secret', label: t('clientSecret'), secret: true },
    { name: 'callback_key', label: t('callbackKey'), secret: true, optional: true },
  ]
  return <OfferForm text={t('tillText.airtel')} schema={airtel} asks={asks} offerOf={(told) => ({ neighbour: 'airtel', ...told })} />
}

function Card() {
  const { t } = useTranslation('shop')
  return <OfferForm text={t('tillText.card')} schema={paystack} asks={[{ name: 'secret_key', label: t('secretKey'), hint: t('tokenHint'), secret: true }]} offerOf={(told) => ({ neighbour: 'paystack', ...told })} />
}

function PayLink() {
  const { t } = useTranslation('shop')
  const asks = [
    { name: 'shortcode', label: t('shortcode') },
    { name: 'address', label: t('address'), type: 'url' },
    { name: 'api_key', label: t('apiKey'), secret: true },
    { name: 'project', label: t('project') },
    ...useApp(),
  ]
  return <OfferForm text={t('tillText.paylink')} schema={paylink} asks={asks} offerOf={(told) => ({ neighbour: 'paylink', is_till: false, ...told })} />
}
