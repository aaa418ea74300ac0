import type { FormRow } from './form-schema.ts'
import type { Households } from './household-plan-rules.ts'
import type { Register } from './naming-plan-rules.ts'
import type { Desk } from './plan-desk-rules.ts'
import type { ServiceBook } from './service-book-plan-rules.ts'

/** What the plan of a service needs: the desk, the rows, and what is known of people, households and other services. */
export type Planning = {
  readonly desk: Desk
  readonly rows: readonly FormRow[]
  readonly register: Register
  readonly households: Households
  readonly services: ServiceBook
}
