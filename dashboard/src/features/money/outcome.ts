import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '@/api/problem'
import { useRefusal } from '@/components/use-refusal'

/** What came of a click on money: the lists anew, or why not. */
export function useOutcome() {
  const { t } = useTranslation('waitingMoney')
  const refusal = useRefusal()
  const queries = useQueryClient()
  const [wrong, setWrong] = useState<unknown>(null)
  const told = {
    onSuccess: async () => {
      setWrong(null)
      await queries.invalidateQueries()
    },
    onError: (error: unknown) => setWrong(error),
  }
  return { told, refused: wrong === null ? null : wrong instanceof ApiProblem && wrong.status === 404 ? t('noSuchOrder') : refusal(wrong) }
}
