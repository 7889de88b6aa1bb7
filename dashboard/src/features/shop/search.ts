import type { Step } from './queries'

/** The steps to an open shop, in the order in which they are taken. */
export const STEPS = ['profile', 'whatsapp', 'catalogue', 'payments', 'agent', 'live'] as const satisfies readonly Step[]

/** Which step an address opens; without one the first that is not done. */
export function welcomeSearch(asked: Record<string, unknown>): { step?: Step } {
  const step = STEPS.find((each) => each === asked['step'])
  return step === undefined ? {} : { step }
}
