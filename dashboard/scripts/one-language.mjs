// Each language is built as one file of plain words, so that a page loads only the one it speaks. In the source
// a subject's words stand side by side in both, where whoever changes one sees the other.
import { runnerImport } from 'vite'

const LANGUAGE = /\/src\/words\/(en|sw)\.ts$/

export function oneLanguage() {
  return {
    name: 'one-language',
    apply: 'build',
    async load(id) {
      const language = LANGUAGE.exec(id)?.[1]
      if (!language) return null
      const { module } = await runnerImport(id, { configFile: false, logLevel: 'error' })
      return { code: `export const ${language} = ${JSON.stringify(module[language])}`, moduleType: 'js' }
    },
  }
}
