import { zodResolver } from '@hookform/resolvers/zod'
import type { SubmitEvent } from 'react'
import { useForm, type DefaultValues, type FieldPath, type FieldValues, type UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { ZodMiniType } from 'zod/mini'
import { heard } from './checks'

// Long enough for a press that took the thumb out of the field: what she presses must not move away beneath it.
const PATIENCE_MS = 200

/** The fields of a form: what each needs to belong to it, and why it is wrong. */
export function useFields<In extends FieldValues, Out>(form: UseFormReturn<In, unknown, Out>) {
  const { t } = useTranslation('forms')
  const { formState } = form
  const wrong = (name: FieldPath<In>): string | undefined => {
    const message = form.getFieldState(name, formState).error?.message
    if (message === undefined) return undefined
    const { word, limit } = heard(message)
    return t(word, { limit })
  }
  return {
    /** Why the field is wrong, in her language. */
    wrong,
    /** What a line to write in needs. */
    field: (name: FieldPath<In>) => ({ ...form.register(name), error: wrong(name) }),
  }
}

/**
 * A form that a schema judges before the server does: a field says beneath itself what is wrong with it once she has
 * left it, and again while she writes; who sends is brought to the first wrong one. Nothing that is typed is lost.
 */
export function useChecked<In extends FieldValues, Out>(schema: ZodMiniType<Out, In>, begun: DefaultValues<In>) {
  const form = useForm<In, unknown, Out>({ resolver: zodResolver(schema), defaultValues: begun, mode: 'onTouched', delayError: PATIENCE_MS })
  return {
    form,
    ...useFields(form),
    /** Sends what was written, once all of it is right. */
    sends: (send: (told: Out) => void) => (event: SubmitEvent) => void form.handleSubmit((told) => send(told))(event),
  }
}

/** A form and the fields that belong to it. Shape: what is typed, and what the schema makes of it. */
export type Checked<In extends FieldValues, Out> = ReturnType<typeof useChecked<In, Out>>
