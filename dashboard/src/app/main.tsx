import { onlineManager, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode, startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { drawer } from '@/api/drawer'
import { Keeping } from '@/api/keeping'
import { createQueryClient } from '@/api/query-client'
import { startWorker } from '@/api/worker'
import { speak, startWords } from '@/words/i18n'
import { whenAtRest } from './at-rest'
import { firstAnswers } from './first-answers'
import { onPreference, preferences } from './preferences'
import { createShopRouter } from './router'

const LATE_MS = 1_000

const queries = createQueryClient()
const router = createShopRouter(queries)
const keeping = new Keeping(queries, drawer, import.meta.url)

onlineManager.setOnline(navigator.onLine)
await Promise.all([startWords(preferences().language), keeping.restore()])
onPreference(() => void speak(preferences().language))
keeping.begin()
void queries.resumePausedMutations()
// One drawing of the whole costs a phone less than four of parts; on a poor line the parts come as they come.
await Promise.race([
  Promise.all([router.load(), firstAnswers(queries, globalThis.location)]),
  new Promise((late) => setTimeout(late, LATE_MS)),
])

const root = document.getElementById('root')
if (root) {
  const page = createRoot(root)
  // Drawn in small turns, between which a thumb is heard.
  startTransition(() => page.render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  ))
}

whenAtRest(queries, () => {
  if (import.meta.env.PROD && 'serviceWorker' in navigator) void startWorker()
  // What is drawn at a press comes before the press.
  void Promise.all([import('@/components/sheet'), import('@/components/panel'), import('./settings')]).catch(() => undefined)
})
