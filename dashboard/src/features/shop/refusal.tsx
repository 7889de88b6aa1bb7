import { ApiProblem } from '@/api/problem'
import { Notice } from '@/components/notice'
import { useRefusal } from '@/components/use-refusal'
import { Says } from './says'

/** Why a decision was not taken. */
export function Refusal({ error }: { error: unknown }) {
  const refusal = useRefusal()
  if (error === null || error === undefined) return null
  return <Notice>{error instanceof ApiProblem && error.said.length > 0 ? <Says said={error.said} /> : refusal(error)}</Notice>
}
