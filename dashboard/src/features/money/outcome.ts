import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '@/api/problem'

/** What came of a click on money: the lists anew, or why not. */
export function useOutcome() {
  const { t } = useTranslation('waitingMoney')
  const queries = useQueryClient()
  const [refused, setRefused] = useState<string | null>(null)
  const told = {
    onSuccess: async () => {
      setRefused(null)
      await queries.invalidateQueries()
    },
    onError: (error: unknown) => {
      const status = error instanceof ApiProblem ? error.status : 0
      setRefused(status === 404 ? t('noSuchOrder') : status === 409 ? t('ruleSaysNo', { why: (error as ApiProblem).message }) : t('failed'))
    },
  }
  return { told, refused }
}
