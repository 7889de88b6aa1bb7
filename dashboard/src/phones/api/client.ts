import createClient from 'openapi-fetch'
import createQueries from 'openapi-react-query'
import { refusals } from '@/api/client'
import type { components, paths } from './schema'

type Schemas = components['schemas']

export type Bubble = Schemas['Bubble']
export type ChatLine = Schemas['ChatLine']
export type Mpesa = Schemas['MpesaScreen']
export type Outcome = Schemas['Outcome']
export type Person = Schemas['PersonCard']
export type Prompt = Schemas['PromptScreen']
export type Shop = Schemas['ShopCard']
export type Tap = Schemas['Tap']
export type World = Schemas['World']

export const client = createClient<paths>({ baseUrl: globalThis.location.origin })
client.use(refusals)

/** Queries and mutations of the sandbox's phones, typed by its own description. */
export const phones = createQueries(client)
