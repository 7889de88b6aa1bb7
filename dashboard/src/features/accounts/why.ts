import { ApiProblem } from '@/api/problem'

const TOLD = [
  'wrong-password', 'code-wanted', 'wrong-code', 'no-boutique', 'email-taken', 'weak-password', 'spent-link', 'too-many-tries', 'too-busy', 'invalid-request',
  'wrong-passkey', 'passkey-not-kept', 'no-mail', 'nobody-in-particular',
] as const
export type Why = (typeof TOLD)[number] | 'not-unlocked' | 'else'

/** Why the door stays closed, as a word of ours; what we have no words for is "else". */
export function whyOf(error: unknown): Why | null {
  if (error === null || error === undefined) return null
  if (error instanceof DOMException) return error.name === 'InvalidStateError' ? 'passkey-not-kept' : 'not-unlocked'
  return (error instanceof ApiProblem ? TOLD.find((known) => known === error.kind) : undefined) ?? 'else'
}
