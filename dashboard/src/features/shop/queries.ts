import { useQueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import type { components } from '@/api/schema'

type Schemas = components['schemas']
export type Opening = Schemas['Opening']
export type Profile = Schemas['Profile']
export type Voice = Schemas['Voice']
export type VoiceCard = Schemas['VoiceCard']
export type Connection = Schemas['ConnectionRow']
export type Step = Schemas['OpeningStep'] | 'live'

/** How far the opening is, by what the shop has recorded. */
export const useOpening = () => api.useQuery('get', '/api/opening')
export const useConnections = () => api.useQuery('get', '/api/connections')

/** Asks again for everything that a decision of the owner may have changed. */
export function useAskAgain(): () => void {
  const queries = useQueryClient()
  return () => {
    for (const path of ['/api/opening', '/api/connections', '/api/agent', '/api/me']) void queries.invalidateQueries({ queryKey: ['get', path] })
  }
}
