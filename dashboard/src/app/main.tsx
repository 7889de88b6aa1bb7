import { onlineManager, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { drawer } from '@/api/drawer'
import { Keeping } from '@/api/keeping'
import { createQueryClient } from '@/api/query-client'
import { speak, startWords } from '@/words/i18n'
import { onPreference, preferences } from './preferences'
import { createShopRouter } from './router'

const queries = createQueryClient()
const router = createShopRouter(queries)
const keeping = new Keeping(queries, drawer, import.meta.url)

if (import.meta.env.PROD && 'serviceWorker' in navigator) void navigator.serviceWorker.register('/sw.js')
onlineManager.setOnline(navigator.onLine)
await Promise.all([startWords(preferences().language), keeping.restore()])
onPreference(() => void speak(preferences().language))
keeping.begin()
void queries.resumePausedMutations()

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  )
}
