import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Choice } from '@/components/choice'
import { SignupOffer } from './signup-offer'
import { meta, metaAnew, twilio } from './asked'
import { FreeOffer, OfferForm } from './offer-form'

const WAYS = ['sandbox', 'fresh', 'app', 'twilio'] as const
type Way = (typeof WAYS)[number]

/** The ways to a WhatsApp number: a new one, the one on her phone, or one at Twilio; in the demo a free one. */
export function NumberOffers({ sandbox }: { sandbox: boolean }) {
  const { t } = useTranslation('shop')
  const [way, setWay] = useState<Way>(sandbox ? 'sandbox' : 'app')
  const ways = WAYS.filter((each) => sandbox || each !== 'sandbox')
  return (
    <div className="grid gap-4">
      <Choice label={t('way')} value={way} options={ways.map((value) => ({ value, label: t(`numberWay.${value}`) }))} onChange={setWay} className="flex-wrap justify-self-start rounded-3xl" />
      {way === 'sandbox' ? <FreeOffer text={t('freeText')} label={t('free')} offer={{ neighbour: 'sandbox-number' }} /> : null}
      {way === 'fresh' || way === 'app' ? <AtMeta key={way} coexists={way === 'app'} /> : null}
      {way === 'twilio' ? <AtTwilio /> : null}
    </div>
  )
}

function AtMeta({ coexists }: { coexists: boolean }) {
  const { t } = useTranslation('shop')
  const asks = [
    { name: 'phone_number_id', label: t('phoneNumberId'), hint: t('phoneNumberIdHint') },
    { name: 'waba_id', label: t('waba') },
    { name: 'token', label: t('token'), hint: t('tokenHint'), secret: true },
  ]
  const pin = { name: 'pin', label: t('pin'), hint: t('pinHint'), secret: true, optional: true }
  return (
    <SignupOffer coexists={coexists}>
      {coexists
        ? <OfferForm text={t('numberText.app')} schema={meta} asks={asks} offerOf={(told) => ({ neighbour: 'whatsapp', coexists, pin: '', ...told })} />
        : <OfferForm text={t('numberText.fresh')} schema={metaAnew} asks={[...asks, pin]} offerOf={(told) => ({ neighbour: 'whatsapp', coexists, ...told })} />}
    </SignupOffer>
  )
}

function AtTwilio() {
  const { t } = useTranslation('shop')
  const asks = [{ name: 'number', label: t('phone'), type: 'tel' }, { name: 'account_sid', label: t('sid') }, { name: 'auth_token', label: t('authToken'), hint: t('tokenHint'), secret: true }]
  return <OfferForm text={t('numberText.twilio')} schema={twilio} asks={asks} offerOf={(told) => ({ neighbour: 'twilio', ...told })} />
}
