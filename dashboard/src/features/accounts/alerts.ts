import { client } from '@/api/client'
import { startWorker } from '@/api/worker'
import type { Language } from '@/words/languages'

/** Whether this browser can be buzzed while nobody looks at it. */
export const knowsAlerts = (): boolean => 'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis

/** She was asked whether the page may buzz her, and said no. */
export class NotAllowed extends Error {}

async function subscription(): Promise<PushSubscription | null> {
  if (!knowsAlerts()) return null
  const registration = await navigator.serviceWorker.getRegistration()
  return (await registration?.pushManager.getSubscription()) ?? null
}

/** Whether this very browser is one of the devices that the shop knows as hers. */
export async function isAmong(devices: readonly string[]): Promise<boolean> {
  const hers = await subscription()
  if (hers === null) return false
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(hers.endpoint))
  const name = [...new Uint8Array(digest).slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return devices.some((device) => device.replaceAll('-', '') === name)
}

/** Lets this browser be buzzed from now on. Throws NotAllowed where she says no. */
export async function subscribe(applicationServerKey: string, language: Language): Promise<void> {
  if ((await Notification.requestPermission()) !== 'granted') throw new NotAllowed()
  const registration = await startWorker()
  const { endpoint, keys } = (await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey })).toJSON()
  await client.POST('/api/alerts/devices', { body: { endpoint: endpoint ?? '', key: keys?.['p256dh'] ?? '', secret: keys?.['auth'] ?? '', language } })
}

/** Lets this browser be buzzed no longer. */
export async function unsubscribe(): Promise<void> {
  const hers = await subscription()
  if (hers === null) return
  await client.POST('/api/alerts/devices/drop', { body: { endpoint: hers.endpoint } })
  await hers.unsubscribe()
}
