import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { createContext, use } from 'react'
import { mine, type Mine } from '../../features/identity/schema.ts'
import type { Permission } from '../../kernel/permission.ts'
import { allows } from '../shell/navigation-rules.ts'
import { send } from './send.ts'

export const mineKey = [mine.name]

/** Who is signed in in this browser, asked without a sign-in dialog: nobody is an answer too. */
export const useMineNow = (): UseQueryResult<Mine> =>
  useQuery({ queryKey: mineKey, queryFn: ({ signal }) => send(mine, {}, { signal, evenSignedOut: true }), staleTime: 300_000 })

export const MineContext = createContext<Mine | undefined>(undefined)

/** Whoever works here. Only within the office, where somebody is signed in. */
export function useMine(): Mine {
  const found = use(MineContext)
  if (found === undefined) throw new Error('Nobody is signed in here.')
  return found
}

/** Whether whoever works here may do something, somewhere. */
export const useMay = (permission: Permission): boolean => allows(useMine().permissions, permission)
