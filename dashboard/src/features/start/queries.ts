import { start } from '@/api/start'

/** The demo's boutiques; the question fails where no sandbox was chosen, which is how a real shop is told apart. */
export const demoBoutiques = { ...start.queryOptions('get', '/sandbox/api/boutiques'), staleTime: Infinity, retry: false }
