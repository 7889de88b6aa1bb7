// Generates src/api/schema.d.ts from the API's own description; with --check it only says whether both are fresh.
// The description comes from the Python side where its environment is installed, else from the kept openapi.json.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'

const at = (path) => new URL(`../${path}`, import.meta.url)
const python = [at('../.venv/bin/python'), at('../.venv/Scripts/python.exe')].find((path) => existsSync(path))
const checking = process.argv.includes('--check')

function described() {
  if (!python) return null
  const run = spawnSync(python.pathname, ['-m', 'interfaces.http.openapi'], { cwd: at('..').pathname, encoding: 'utf8' })
  if (run.status === 0) return run.stdout
  console.error(`The API could not describe itself:\n${run.stderr}`)
  process.exit(1)
}

function keep(path, text) {
  const kept = existsSync(at(path)) ? readFileSync(at(path), 'utf8') : ''
  if (kept === text) return
  if (checking) {
    console.error(`dashboard/${path} is stale: run "npm run types" in dashboard/ and commit what it writes`)
    process.exit(1)
  }
  writeFileSync(at(path), text)
  console.log(`written: dashboard/${path}`)
}

const description = described() ?? readFileSync(at('openapi.json'), 'utf8')
keep('openapi.json', description)
keep('src/api/schema.d.ts', astToString(await openapiTS(JSON.parse(description), { alphabetize: true })))
