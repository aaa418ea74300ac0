import type { FormInstance } from 'antd'
import { useEffect } from 'react'
import type { z } from 'zod'
import { Refusal } from '../client/failure.ts'

/**
 * Puts what the server says about single fields beside those fields, and the cursor into the first of them.
 * `fields`: the form's own, a list that stays the same from one rendering to the next.
 * @returns the failure when some of it is about no field of this form, for a note above the form.
 */
export function useFieldProblems(form: FormInstance, fields: readonly string[], failure: Error | null): Error | null {
  useEffect(() => {
    const known = errorsOf(failure).filter((error) => fields.includes(error.field))
    form.setFields(known.map(({ field, message }) => ({ name: field, errors: [message] })))
    if (known[0] !== undefined) form.focusField(known[0].field)
  }, [form, fields, failure])
  const errors = errorsOf(failure)
  return errors.length > 0 && errors.every((error) => fields.includes(error.field)) ? null : failure
}

const errorsOf = (failure: Error | null) => (failure instanceof Refusal ? (failure.problem.errors ?? []) : [])

/** A rule of a form field: the endpoint's own shape, and the words to say when the value does not fit it. */
export const fits = (schema: z.ZodType, words: string) => ({
  validator: (_rule: unknown, value: unknown) =>
    value === undefined || value === '' || schema.safeParse(value).success ? Promise.resolve() : Promise.reject(new Error(words)),
})
