import createClient from 'openapi-fetch'
import createQueries from 'openapi-react-query'
import { refusals } from './client'
import type { components, paths } from './sandbox-schema'

export type DemoBoutique = components['schemas']['DemoBoutique']

/** The sandbox's routes, typed by its own description. They exist only where the sandbox was chosen. */
export const sandboxClient = createClient<paths>({ baseUrl: globalThis.location.origin })
sandboxClient.use(refusals)

export const sandbox = createQueries(sandboxClient)
