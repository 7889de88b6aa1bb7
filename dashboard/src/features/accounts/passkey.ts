import { client } from '@/api/client'

/** Whether this browser knows passkeys and their JSON, and the page stands where they can count. */
export const knowsPasskeys = (): boolean =>
  globalThis.isSecureContext && typeof PublicKeyCredential === 'function' && 'parseCreationOptionsFromJSON' in PublicKeyCredential

/** Lets this device make a passkey, which opens from then on. */
export async function addPasskey(name: string): Promise<void> {
  const { data } = await client.POST('/api/passkeys/offer')
  if (data === undefined) return
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(data.options) as PublicKeyCredentialCreationOptionsJSON)
  const made = await navigator.credentials.create({ publicKey })
  await client.POST('/api/passkeys', { body: { name, credential: JSON.stringify(made) } })
}

/** Signs in by whichever passkey its owner chooses. */
export async function signInByPasskey(): Promise<void> {
  const { data } = await client.POST('/api/sign-in/passkey/offer')
  if (data === undefined) return
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(data.options) as PublicKeyCredentialRequestOptionsJSON)
  const signed = await navigator.credentials.get({ publicKey })
  await client.POST('/api/sign-in/passkey', { body: { credential: JSON.stringify(signed) } })
}
