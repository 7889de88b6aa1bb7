// Lets the page open without a line. It keeps the page's own files, never an answer of the API: what the shop
// says is kept by the page itself, which knows who is signed in. The build fills in the names below.
const SHELL = 'dukani-VERSION'
const FILES = ['FILES']
const PATIENCE_MS = 3000
const OWN = ['/api/', '/sandbox/', '/webhooks/', '/callbacks/', '/phones', '/livez', '/readyz']

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(SHELL).then((shell) => shell.addAll(FILES)).then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith('dukani-') && name !== SHELL).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin || OWN.some((place) => pathname.startsWith(place))) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (FILES.includes(pathname)) event.respondWith(kept(pathname, request))
})

// What the shop tells while nobody looks. It comes encrypted for this browser alone.
self.addEventListener('push', (event) => {
  const told = event.data?.json() ?? {}
  const shown = { body: told.body, tag: told.tag, renotify: true, icon: '/icon-192.png', badge: '/icon-192.png', data: told.place }
  event.waitUntil(self.registration.showNotification(told.title ?? 'Dukani', shown))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(openAt(new URL(event.notification.data ?? '/', self.location.origin).href))
})

/** The place that the news is about: in a page that is open already, or in a new one. */
async function openAt(place) {
  const [open] = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (!open) return self.clients.openWindow(place)
  await open.focus()
  return open.navigate(place)
}

/** The newest page, or the kept one where the line is away or slow. */
async function page(request) {
  const shell = await caches.match('/index.html', { cacheName: SHELL })
  const asked = fetch(request)
  if (!shell) return asked
  const slow = new Promise((resolve) => setTimeout(() => resolve(shell), PATIENCE_MS))
  return Promise.race([asked.catch(() => shell), slow])
}

/** A file's name says its content, so that a kept one is never stale. */
async function kept(pathname, request) {
  return (await caches.match(pathname, { cacheName: SHELL })) ?? fetch(request)
}
