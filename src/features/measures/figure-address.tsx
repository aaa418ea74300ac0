import type { MeasureKey } from './measure-schema.ts'
import { addressOfScope } from './scope-address-rules.ts'
import type { Dimension, Scope } from './scope-schema.ts'

/** Where the members of a figure are listed. */
export const membersAddress = (measure: MeasureKey, scope: Scope = {}): string =>
  `/figures/members?${new URLSearchParams({ m: measure, ...addressOfScope(scope) }).toString()}`

/** Where figures are shown, with what was chosen there. */
export const figuresAddress = (chosen: readonly MeasureKey[], by: readonly Dimension[] = [], scope: Scope = {}): string => {
  const parts = { ...(chosen.length === 0 ? {} : { m: chosen.join(',') }), ...(by.length === 0 ? {} : { by: by.join(',') }), ...addressOfScope(scope) }
  const text = new URLSearchParams(parts).toString()
  return text === '' ? '/figures' : `/figures?${text}`
}
