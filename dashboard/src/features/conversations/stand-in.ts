import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { ApiProblem } from '@/api/problem'

/** What a person can do in a chat, and why the last thing did not work. */
export function useStandIn(conversation: string, onSent?: () => void) {
  const { t } = useTranslation('steppingIn')
  const queries = useQueryClient()
  const own = useRef(crypto.randomUUID())
  const again = async () => queries.invalidateQueries()
  const takeOver = api.useMutation('post', '/api/conversations/{conversation}/take-over', { onSuccess: again })
  const giveBack = api.useMutation('post', '/api/conversations/{conversation}/give-back', { onSuccess: again })
  const write = api.useMutation('post', '/api/conversations/{conversation}/replies', {
    onSuccess: async () => {
      own.current = crypto.randomUUID()
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
    // The same message keeps its id however often it is sent, so that she gets it once.
    write: (text: string) => write.mutate({ params, body: { id: own.current, text } }),
    trouble: wrong === null ? null : wrong instanceof ApiProblem && wrong.status < 500
      ? t('refused', { why: wrong.kind === 'window-is-closed' ? t('closed') : (wrong.detail ?? wrong.kind) }) : t('failed'),
  }
}
