const PIN = 'dukani.signup-pin'

/** The PIN that she typed before Meta's dialog took the page away; told once. */
export function takePin(): string {
  const pin = sessionStorage.getItem(PIN) ?? ''
  sessionStorage.removeItem(PIN)
  return pin
}

/** Keeps the PIN for when she comes back. */
export const keepPin = (pin: string): void => sessionStorage.setItem(PIN, pin)

export type CameBack = { code: string; state: string } | { refused: string }

/** What Meta's dialog sent her back with: a code, or why there is none. */
export function cameBack(search: string): CameBack {
  const told = new URLSearchParams(search)
  const [code, state] = [told.get('code') ?? '', told.get('state') ?? '']
  if (code !== '' && state !== '') return { code, state }
  return { refused: told.get('error_description') ?? told.get('error_reason') ?? '' }
}
