// Generates the API's types from its own descriptions; with --check it only says whether all are fresh.
// A description comes from the Python side where its environment is installed, else from the kept JSON.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const python = ['../.venv/bin/python', '../.venv/Scripts/python.exe'].map(at).find((path) => existsSync(path))
const checking = process.argv.includes('--check')

const DESCRIPTIONS = [
  { run: ['-m', 'interfaces.http.openapi'], kept: 'openapi.json', types: 'src/api/schema.d.ts' },
  { run: ['dashboard/scripts/sandbox_openapi.py'], kept: 'sandbox-openapi.json', types: 'src/api/sandbox-schema.d.ts' },
]

function described({ run, kept }) {
  if (!python) return readFileSync(at(kept), 'utf8')
  const root = at('..')
  const told = spawnSync(python, run, { cwd: root, encoding: 'utf8', env: { ...process.env, PYTHONPATH: root } })
  if (told.status === 0) return told.stdout
  console.error(`The API could not describe itself (${kept}):\n${told.stderr}`)
  process.exit(1)
}

function keep(path, text) {
  const before = existsSync(at(path)) ? readFileSync(at(path), 'utf8') : ''
  if (before === text) return
  if (checking) {
    console.error(`dashboard/${path} is stale: run "npm run types" in dashboard/ and commit what it writes`)
    process.exit(1)
  }
  writeFileSync(at(path), text)
  console.log(`written: dashboard/${path}`)
}

for (const description of DESCRIPTIONS) {
  const text = described(description)
  keep(description.kept, text)
  keep(description.types, astToString(await openapiTS(JSON.parse(text), { alphabetize: true })))
}
