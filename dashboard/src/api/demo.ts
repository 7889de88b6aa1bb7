import createClient from 'openapi-fetch'
import createQueries from 'openapi-react-query'
import { refusals } from './client'

export type DemoBoutique = { id: string; name: string; town: string }

/** The two routes of the sandbox that the start page needs. They exist only where the sandbox was chosen. */
interface DemoPaths {
  '/sandbox/api/boutiques': { get: { responses: { 200: { content: { 'application/json': DemoBoutique[] } } } } }
  '/sandbox/api/sign-in': {
    post: {
      requestBody: { content: { 'application/json': { boutique: string } } }
      responses: { 204: { content?: never } }
    }
  }
}

const client = createClient<DemoPaths>({ baseUrl: globalThis.location.origin })
client.use(refusals)

export const demo = createQueries(client)
