import type { components } from './schema'

type Told = components['schemas']['Told']

/** The API said no, or something broke: `status` says which, `kind` names the rule, `cause` finds it in the log. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly kind: string,
    readonly detail: string | null,
    readonly trace: string | null,
    readonly said: readonly Told[] = [],
  ) {
    super(detail ?? kind)
    this.name = 'ApiProblem'
  }
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** Reads what an unhappy answer says, whatever shape it has. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.clone().json().catch(() => null)
  const said = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  const kind = text(said['type'])?.replace('urn:dukani:', '') ?? `http-${response.status}`
  return new ApiProblem(response.status, kind, text(said['detail']), text(said['cause']), Array.isArray(said['said']) ? (said['said'] as Told[]) : [])
}

export const isSignedOut = (error: unknown): boolean => error instanceof ApiProblem && error.status === 401
export const isMissing = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.status === 404 || error.status === 422)
