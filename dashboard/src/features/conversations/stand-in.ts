import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { ApiProblem } from '@/api/problem'
import { useRefusal } from '@/components/use-refusal'
import { useOwnId } from './own-id'

/** Why something was not sent, in words; null where nothing went wrong. */
export function useWhyNot(): (wrong: unknown) => string | null {
  const { t } = useTranslation('steppingIn')
  const refusal = useRefusal()
  return (wrong) => {
    if (wrong === null) return null
    if (!(wrong instanceof ApiProblem) || (wrong.status >= 500 && wrong.kind !== 'templates-away')) return t('failed')
    return t('refused', { why: refusal(wrong) })
  }
}

/** What a person can do in a chat, and why the last thing did not work. */
export function useStandIn(conversation: string, onSent?: () => void) {
  const whyNot = useWhyNot()
  const queries = useQueryClient()
  const own = useOwnId()
  const again = async () => queries.invalidateQueries()
  const takeOver = api.useMutation('post', '/api/conversations/{conversation}/take-over', { onSuccess: again })
  const giveBack = api.useMutation('post', '/api/conversations/{conversation}/give-back', { onSuccess: again })
  const write = api.useMutation('post', '/api/conversations/{conversation}/replies', {
    onSuccess: async () => {
      own.sent()
      onSent?.()
      await again()
    },
  })
  const params = { path: { conversation } }
  const wrong: unknown = [takeOver, giveBack, write].find((step) => step.error !== null)?.error ?? null
  return {
    busy: takeOver.isPending || giveBack.isPending || write.isPending,
    takeOver: () => takeOver.mutate({ params }),
    giveBack: () => giveBack.mutate({ params }),
    write: (text: string) => write.mutate({ params, body: { id: own.of(text), text, late: false } }),
    writeLate: (text: string) => write.mutate({ params, body: { id: own.of(text), text, late: true } }),
    trouble: whyNot(wrong),
  }
}

/** Sends a photo, made small on this phone first, to be shown in a chat. */
export function useShowPhoto(conversation: string, onSent: () => void) {
  const whyNot = useWhyNot()
  const queries = useQueryClient()
  const own = useOwnId()
  const show = api.useMutation('post', '/api/conversations/{conversation}/photos', {
    onSuccess: async () => {
      own.sent()
      onSent()
      await queries.invalidateQueries()
    },
  })
  const send = async (photo: Blob, text: string, shape: string) => {
    const form = new FormData()
    form.append('id', own.of(`${shape} ${text}`))
    form.append('text', text)
    form.append('photo', photo, 'photo.jpg')
    const body = { id: '', text, photo: '' }
    await show.mutateAsync({ params: { path: { conversation } }, body, bodySerializer: () => form }).catch(() => null)
  }
  return { send, trouble: whyNot(show.error) }
}

/** Offers pieces of the catalogue in a chat. */
export function useOfferPieces(conversation: string, onSent: () => void) {
  const whyNot = useWhyNot()
  const queries = useQueryClient()
  const own = useOwnId()
  const offer = api.useMutation('post', '/api/conversations/{conversation}/offers', {
    onSuccess: async () => {
      own.sent()
      onSent()
      await queries.invalidateQueries()
    },
  })
  const send = (pieces: string[], text: string, toAgent: boolean) =>
    offer.mutate({ params: { path: { conversation } }, body: { id: own.of([...pieces, text, toAgent].join()), pieces, text, to_agent: toAgent } })
  return { send, busy: offer.isPending, trouble: whyNot(offer.error) }
}

/** Takes something off her cart; she is told once. */
export function useGiveDiscount(conversation: string, onGiven: () => void) {
  const whyNot = useWhyNot()
  const queries = useQueryClient()
  const own = useOwnId()
  const give = api.useMutation('post', '/api/conversations/{conversation}/discount', {
    onSuccess: async () => {
      own.sent()
      onGiven()
      await queries.invalidateQueries()
    },
  })
  const send = (percent: number) => give.mutate({ params: { path: { conversation } }, body: { id: own.of(String(percent)), percent } })
  return { send, busy: give.isPending, trouble: whyNot(give.error) }
}

/** Sends a template that WhatsApp has approved, with what fills its gaps. */
export function useSendTemplate(conversation: string, onSent: () => void) {
  const whyNot = useWhyNot()
  const queries = useQueryClient()
  const own = useOwnId()
  const said = api.useMutation('post', '/api/conversations/{conversation}/templates', {
    onSuccess: async () => {
      own.sent()
      onSent()
      await queries.invalidateQueries()
    },
  })
  const send = (key: string, values: Record<string, string>) =>
    said.mutate({ params: { path: { conversation } }, body: { id: own.of(key + JSON.stringify(values)), key, values } })
  return { send, busy: said.isPending, trouble: whyNot(said.error) }
}
