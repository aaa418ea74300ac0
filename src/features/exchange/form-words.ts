import type { forms } from './forms-schema.ts'
import { goodsFormWords } from './goods-form-words.ts'
import { peopleFormWords } from './people-form-words.ts'
import { projectFormWords } from './project-form-words.ts'
import { serviceFormWords } from './service-form-words.ts'

type FieldNames<F extends keyof typeof forms> = keyof (typeof forms)[F]['fields']

/** How one form is recognised and its columns found. All words are lists with spaces between them. */
export type FormWords<F extends keyof typeof forms = keyof typeof forms> = {
  /** Words in a title, a sheet's name or a file's name. The longer, the surer. */
  readonly titles: string
  /** Headers of each field. `…` stands for anything. */
  readonly fields: { readonly [K in FieldNames<F>]: string }
  /** Without one of each of these groups a table is hardly this form. */
  readonly needs: readonly (readonly FieldNames<F>[])[]
  /** Fields that may stand in a line above the table, in its title or in the sheet's name. */
  readonly context?: readonly FieldNames<F>[]
  /** Fields that a row leaves empty together when it continues the row above. */
  readonly carried?: readonly FieldNames<F>[]
  /** Headers of what is somebody else's, though they resemble a field of this form. */
  readonly others?: string
  /** One row a person: a name merged over several rows is one row. */
  readonly onePerRow?: true
  /** Rows whose `by` is merged into one cell are one row: the names in `field` of all of them. */
  readonly joined?: { readonly by: FieldNames<F>; readonly field: FieldNames<F> }
}

type AllFormWords = { readonly [F in keyof typeof forms]: FormWords<F> }

export const formWords: AllFormWords = { ...peopleFormWords, ...serviceFormWords, ...goodsFormWords, ...projectFormWords }

/** The same words without the ties of each form to its own fields. */
export type LooseFormWords = {
  readonly titles: string
  readonly fields: Readonly<Record<string, string>>
  readonly needs: readonly (readonly string[])[]
  readonly context?: readonly string[]
  readonly carried?: readonly string[]
  readonly others?: string
  readonly onePerRow?: true
  readonly joined?: { readonly by: string; readonly field: string }
}
