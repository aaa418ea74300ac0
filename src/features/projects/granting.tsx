import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { v7 } from 'uuid'
import type { AccountId, OrganisationId, ProjectId } from '../../kernel/ids.ts'
import { send } from '../../web/client/send.ts'
import type { Role } from '../identity/role-rules.ts'
import { addGrant } from '../identity/schema.ts'

type Wanted = {
  accountId: AccountId
  role: Role
  projectId: ProjectId | undefined
  communities: readonly string[]
  organisationId: OrganisationId | undefined
}

/** Grants one role in several communities, one grant for each. Tried again after a failure, what was granted is not granted twice. */
export function useGranting() {
  const client = useQueryClient()
  const made = useRef(new Map<string, { id: string; operationId: string }>())
  const last = useRef<{ wanted: Wanted; onDone: () => void }>(undefined)
  const mutation = useMutation<void, Error, Wanted>({
    mutationFn: async ({ accountId, role, projectId, communities, organisationId }) => {
      for (const communityCode of communities.length === 0 ? [undefined] : communities) {
        const key = JSON.stringify([accountId, role, projectId, communityCode, organisationId])
        const ids = made.current.get(key) ?? { id: v7(), operationId: v7() }
        made.current.set(key, ids)
        const place = {
          ...(projectId === undefined ? {} : { projectId }),
          ...(communityCode === undefined ? {} : { communityCode }),
          ...(organisationId === undefined ? {} : { organisationId }),
        }
        await send(addGrant, { id: ids.id, accountId, role, ...place }, { operationId: ids.operationId })
      }
      made.current.clear()
    },
    onSuccess: () => last.current?.onDone(),
    onSettled: () => void client.invalidateQueries(),
  })
  return {
    run: (wanted: Wanted, onDone: () => void) => {
      last.current = { wanted, onDone }
      mutation.mutate(wanted)
    },
    again: () => {
      if (last.current !== undefined) mutation.mutate(last.current.wanted)
    },
    busy: mutation.isPending,
    failure: mutation.error,
    forget: () => mutation.reset(),
  }
}
