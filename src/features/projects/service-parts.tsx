import type { ComponentType } from 'react'
import type { ProjectId } from '../../kernel/ids.ts'
import type { SpentFor } from './expense-schema.ts'

/** How a service is chosen for an expense, and what it is called: the ledger stands a floor above and brings them. */
export type ServiceParts = {
  readonly Field: ComponentType<{
    projectId: ProjectId
    id?: string
    value?: SpentFor | null
    onChange?: (to: SpentFor | null) => void
  }>
  readonly Name: ComponentType<{ service: SpentFor }>
}
