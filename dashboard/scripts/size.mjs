// Fails when the script a page needs before it shows anything weighs more than a poor network should carry.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const LIMIT = 250_000
const at = (path) => fileURLToPath(new URL(`../dist/${path}`, import.meta.url))

for (const page of ['index.html', 'phones.html']) {
  const html = readFileSync(at(page), 'utf8')
  const scripts = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map((match) => match[1])
  const bytes = [...new Set(scripts)].reduce((sum, script) => sum + gzipSync(readFileSync(at(script))).length, 0)
  console.log(`${page}: ${Math.round(bytes / 100) / 10} kB of script compressed, ${LIMIT / 1000} kB allowed`)
  if (bytes > LIMIT) process.exitCode = 1
}
