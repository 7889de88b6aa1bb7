import './phones.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createQueryClient } from '@/api/query-client'
import { Stage } from './stage'

const dark = globalThis.matchMedia('(prefers-color-scheme: dark)')
const wear = () => {
  document.documentElement.dataset['theme'] = dark.matches ? 'dark' : 'light'
}
wear()
dark.addEventListener('change', wear)

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={createQueryClient()}>
        <Stage />
      </QueryClientProvider>
    </StrictMode>,
  )
}
