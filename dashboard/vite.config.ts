import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { chunks } from './scripts/chunks.mjs'
import { earlyScripts } from './scripts/early-scripts.mjs'
import { oneLanguage } from './scripts/one-language.mjs'
import { packed } from './scripts/packed.mjs'
import { serviceWorker } from './scripts/service-worker.mjs'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const api = process.env['DUKANI_API'] ?? 'http://127.0.0.1:8000'

export default defineConfig({
  plugins: [react(), tailwindcss(), oneLanguage(), earlyScripts('/src/app/main.tsx'), packed(), serviceWorker()],
  resolve: { alias: { '@': here('./src') } },
  server: { proxy: { '/api': api, '/sandbox': api } },
  build: {
    target: 'es2022',
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: here('./index.html'), phones: here('./phones.html') },
      output: { codeSplitting: { groups: chunks({ first: here('./src/app/first.ts'), main: here('./src/app/main.tsx'), phones: here('./src/phones/main.tsx') }) } },
    },
  },
  test: { environment: 'happy-dom', include: ['src/**/*.test.{ts,tsx}'] },
})
