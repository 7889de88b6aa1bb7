/** Lets this browser keep the page's own files, and hear of news while nobody looks; asked again, nothing changes. */
export async function startWorker(): Promise<ServiceWorkerRegistration> {
  await navigator.serviceWorker.register('/sw.js')
  return navigator.serviceWorker.ready
}
