import createClient from 'openapi-fetch'
import createQueries from 'openapi-react-query'
import { answerTo } from './ahead'
import { refusals } from './client'
import type { components, paths } from './start-schema'

export type DemoBoutique = components['schemas']['DemoBoutique']

const client = createClient<paths>({ baseUrl: globalThis.location.origin, fetch: answerTo })
client.use(refusals)

/** The start page's routes, typed by their own description. They exist only where the sandbox was chosen. */
export const start = createQueries(client)
