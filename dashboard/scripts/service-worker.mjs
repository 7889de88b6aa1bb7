// Writes sw.js beside the built page, with the names of all that the page is made of.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const template = fileURLToPath(new URL('../service-worker.js', import.meta.url))
const OF_THE_PAGE = /\.(?:js|css)$|-latin-wght-normal-[^/]*\.woff2$/

export function serviceWorker() {
  return {
    name: 'service-worker',
    apply: 'build',
    // After the page was written, which takes chunks out that hold nothing: a worker that asks for one is never installed.
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const built = Object.keys(bundle).filter((name) => OF_THE_PAGE.test(name) && !name.includes('phones')).sort()
        const files = ['/index.html', '/dukani.svg', '/manifest.webmanifest', ...built.map((name) => `/${name}`)]
        const source = readFileSync(template, 'utf8')
        const version = createHash('sha256').update(source + files.join()).digest('hex').slice(0, 12)
        const filled = source.replace('VERSION', version).replace("['FILES']", JSON.stringify(files))
        this.emitFile({ type: 'asset', fileName: 'sw.js', source: filled })
      },
    },
  }
}
