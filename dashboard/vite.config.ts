import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { serviceWorker } from './scripts/service-worker.mjs'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const api = process.env['DUKANI_API'] ?? 'http://127.0.0.1:8000'

export default defineConfig({
  plugins: [react(), tailwindcss(), serviceWorker()],
  resolve: { alias: { '@': here('./src') } },
  server: { proxy: { '/api': api, '/sandbox': api } },
  build: {
    target: 'es2022',
    reportCompressedSize: false,
    rolldownOptions: {
      input: { index: here('./index.html'), phones: here('./phones.html') },
      // What several pages share comes in one file: on a slow line each of fifty small ones costs its own wait.
      output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 3 }] } },
    },
  },
  test: { environment: 'happy-dom', include: ['src/**/*.test.{ts,tsx}'] },
})
