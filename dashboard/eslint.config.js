import { readdirSync } from 'node:fs'
import js from '@eslint/js'
import a11y from 'eslint-plugin-jsx-a11y'
import hooks from 'eslint-plugin-react-hooks'
import globals from 'globals'
import ts from 'typescript-eslint'

const features = readdirSync(new URL('./src/features', import.meta.url))
const refuse = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns: patterns.map(([group, message]) => ({ group, message })) }] })
const APP = [['@/app/*'], 'The frame knows the features, never the other way round']
const FEATURES = [['@/features/*'], 'What two features need belongs to the kit or to the API']
const PHONES = [['@/phones/*'], "The phones are the sandbox's own page"]

export default ts.config(
  { ignores: ['dist', '**/*schema.d.ts'] },
  js.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}'],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked, a11y.flatConfigs.strict, hooks.configs.flat['recommended-latest']],
    languageOptions: { globals: globals.browser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', 250],
      'max-lines-per-function': ['error', 60],
      'max-params': ['error', 6],
      'no-console': 'error',
      'no-restricted-globals': ['error', { name: 'fetch', message: 'Ask through src/api, typed by the API itself' }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
    },
  },
  { files: ['src/components/**', 'src/words/**', 'src/api/**'], rules: refuse(APP, FEATURES, PHONES) },
  ...features.map((feature) => ({ files: [`src/features/${feature}/**`], rules: refuse(APP, FEATURES, PHONES, [['../*'], FEATURES[1]]) })),
  { files: ['src/app/**'], rules: refuse(PHONES) },
  { files: ['src/phones/**'], rules: refuse(APP, FEATURES) },
  { files: ['*.config.{js,ts}', 'scripts/**'], extends: [ts.configs.recommended], languageOptions: { globals: globals.node } },
  { files: ['service-worker.js'], languageOptions: { globals: globals.serviceworker } },
)
