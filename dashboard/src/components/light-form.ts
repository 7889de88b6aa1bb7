import { useState, type ChangeEvent, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Words } from '@/words/en'

type Word = keyof Words['forms']
type Wrongs = Readonly<Record<string, Word>>

const isInput = (one: unknown): one is HTMLInputElement => one instanceof HTMLInputElement && one.name !== ''

/**
 * A form for the doors, which must be there with the first script: the browser judges by `required` and `pattern`,
 * and what it finds is said beneath the field in her language. `shapes` is what a wrong pattern of a field is called.
 */
export function useLightForm(shapes: Wrongs) {
  const { t } = useTranslation('forms')
  const [wrongs, setWrongs] = useState<Wrongs>({})
  const judge = (inputs: readonly HTMLInputElement[]): Wrongs =>
    Object.fromEntries(inputs.filter((one) => one.validity.valueMissing || one.validity.patternMismatch).map((one) => [one.name, one.validity.valueMissing ? 'required' : (shapes[one.name] ?? 'required')]))
  return {
    /** What a field needs to belong to the form. */
    field: (name: string) => {
      const word = wrongs[name]
      return { name, required: true, error: word === undefined ? undefined : t(word) }
    },
    /** What the form itself needs. */
    form: (send: () => void) => ({
      noValidate: true,
      onSubmit: (event: SubmitEvent<HTMLFormElement>) => {
        event.preventDefault()
        const inputs = [...event.currentTarget.elements].filter(isInput)
        const found = judge(inputs)
        setWrongs(found)
        const first = inputs.find((one) => one.name in found)
        if (first === undefined) send()
        else first.focus()
      },
      onChange: (event: ChangeEvent<HTMLFormElement>) => {
        const input: unknown = event.target
        if (!isInput(input) || !(input.name in wrongs)) return
        const now = judge([input])
        setWrongs(({ [input.name]: _, ...rest }) => ({ ...rest, ...now }))
      },
    }),
  }
}
