import type { z } from 'zod'
import type { intakeFormSchema } from './form-schema.ts'
import type { CaseDetail, FormOnFile } from './schema.ts'
import type { CaseForm } from './form-schema.ts'
import type { CaseFormKind } from './vocabulary-schema.ts'

// Forms as the screens hold them.

export type IntakeEntry = z.input<typeof intakeFormSchema> & { on: string; communityCode: string | null }

/** The version of a form that holds. */
export function formOf<K extends CaseFormKind>(
  found: Pick<CaseDetail, 'forms'>,
  kind: K,
): (FormOnFile & { form: Extract<CaseForm, { kind: K }> }) | undefined {
  const is = (one: FormOnFile): one is FormOnFile & { form: Extract<CaseForm, { kind: K }> } => one.form.kind === kind
  return found.forms.findLast(is)
}
