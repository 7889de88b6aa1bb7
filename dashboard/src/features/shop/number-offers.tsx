import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Choice } from '@/components/choice'
import { SignupOffer } from './signup-offer'
import { FreeOffer, OfferForm, type Asked } from './offer-form'

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
  const pin: Asked[] = coexists ? [] : [{ name: 'pin', label: t('pin'), hint: t('pinHint'), secret: true, optional: true, pattern: '[0-9]{6}' }]
  const asks: Asked[] = [
    { name: 'phone_number_id', label: t('phoneNumberId'), hint: t('phoneNumberIdHint'), pattern: '[0-9]{5,20}' },
    { name: 'waba_id', label: t('waba'), pattern: '[0-9]{5,20}' },
    { name: 'token', label: t('token'), hint: t('tokenHint'), secret: true },
    ...pin,
  ]
  return (
    <SignupOffer coexists={coexists}>
    <OfferForm
      text={coexists ? t('numberText.app') : t('numberText.fresh')} asks={asks}
      offerOf={({ phone_number_id = '', waba_id = '', token = '', pin: six = '' }) => ({ neighbour: 'whatsapp', phone_number_id, waba_id, token, pin: six, coexists })}
    />
    </SignupOffer>
  )
}

function AtTwilio() {
  const { t } = useTranslation('shop')
  const asks: Asked[] = [
    { name: 'number', label: t('phone'), type: 'tel' },
    { name: 'account_sid', label: t('sid'), pattern: 'AC[0-9a-fA-F]{4,40}' },
    { name: 'auth_token', label: t('authToken'), hint: t('tokenHint'), secret: true },
  ]
  return (
    <OfferForm
      text={t('numberText.twilio')} asks={asks}
      offerOf={({ number = '', account_sid = '', auth_token = '' }) => ({ neighbour: 'twilio', number, account_sid, auth_token })}
    />
  )
}
