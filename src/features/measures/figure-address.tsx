import { addressOfChosen, type Chosen } from './chosen-rules.ts'
import type { MeasureKey } from './measure-schema.ts'
import { addressOfScope } from './scope-address-rules.ts'
import type { Scope } from './scope-schema.ts'

/** Nothing narrowed. */
export const wholeProject: Scope = {}

/** Where the members of a figure are listed. */
export const membersAddress = (measure: MeasureKey, scope = wholeProject): string =>
  `/figures/members?${new URLSearchParams({ m: measure, ...addressOfScope(scope) }).toString()}`

/** Where figures are shown, with what is chosen there. */
export const figuresAddress = (chosen: Chosen): string => `/figures?${new URLSearchParams(addressOfChosen(chosen)).toString()}`
