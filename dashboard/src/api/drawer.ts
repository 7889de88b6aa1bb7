/** A drawer in this browser that holds one thing, also when the page is closed. */
const NAME = 'dukani'
const STORE = 'drawer'
const KEY = 'shop'

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the browser keeps nothing'))
  })
}

async function store(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  const opening = indexedDB.open(NAME, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE)
  return (await asked(opening)).transaction(STORE, mode).objectStore(STORE)
}

export const drawer = {
  read: async (): Promise<unknown> => asked((await store('readonly')).get(KEY)),
  put: async (value: unknown): Promise<void> => { await asked((await store('readwrite')).put(value, KEY)) },
  empty: async (): Promise<void> => { await asked((await store('readwrite')).delete(KEY)) },
}

export type Drawer = typeof drawer
