/** How long an answer that was asked for ahead is news: the scripts come over the same slow line. */
const NEWS_MS = 20_000

let asked = new Map<string, Promise<Response>>()

/**
 * Asks the shop for something before the script that wants it has come: on a slow line that script is long.
 * Shape: a path of the API as it will be asked for, its query included.
 */
export function askAhead(path: string): Promise<Response> {
  const url = new URL(path, globalThis.location.origin).href
  const answer = globalThis.fetch(url)
  asked.set(url, answer)
  answer.catch(() => asked.delete(url))
  setTimeout(() => asked.delete(url), NEWS_MS)
  return answer
}

/**
 * Fetches, or takes what was asked for ahead, once. After any step that a person takes nothing asked for before
 * it counts: she may have gone, or somebody else may have come.
 */
export function answerTo(request: Request): Promise<Response> {
  if (request.method !== 'GET') asked = new Map()
  const known = asked.get(request.url)
  if (known === undefined) return globalThis.fetch(request)
  asked.delete(request.url)
  return known
}
