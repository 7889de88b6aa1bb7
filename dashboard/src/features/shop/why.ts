import { ApiProblem } from '@/api/problem'

type Word = 'pinRefused' | 'areaTwice' | 'greetingForbidden' | 'failed'
export type Why = { word: Word; detail: string }

const RULES = new Map<string, Word>([['pin-is-not-possible', 'pinRefused'], ['area-is-named-twice', 'areaTwice'], ['greeting-is-forbidden', 'greetingForbidden']])

/** Which rule said no, as the word that explains it; what a neighbour said stands in `detail` as it is. */
export function whyOf(error: unknown): Why | null {
  if (error === null || error === undefined) return null
  if (!(error instanceof ApiProblem)) return { word: 'failed', detail: '' }
  return { word: RULES.get(error.kind) ?? 'failed', detail: error.detail ?? '' }
}

/** What a neighbour says and what to do, where one said no; null where something else went wrong. */
export const said = (error: unknown): string | null => (error instanceof ApiProblem && error.kind === 'not-connected' ? error.detail : null)
