import createClient, { type Middleware } from 'openapi-fetch'
import createQueries from 'openapi-react-query'
import { answerTo } from './ahead'
import { problemOf } from './problem'
import type { paths } from './schema'

/** Every unhappy answer becomes an ApiProblem, so that a screen handles one kind of error. */
export const refusals: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) throw await problemOf(response)
  },
}

export const client = createClient<paths>({ baseUrl: globalThis.location.origin, fetch: answerTo })
client.use(refusals)

/** Queries and mutations of the API, typed by its own description. */
export const api = createQueries(client)
