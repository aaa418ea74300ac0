import { useSyncExternalStore } from 'react'
import { z } from 'zod'
import { importIdSchema, operationIdSchema, projectIdSchema } from '../../kernel/ids.ts'

const underwaySchema = z.object({
  importId: importIdSchema,
  projectId: projectIdSchema,
  operationId: operationIdSchema,
  what: z.enum(['receive', 'accept']),
})
/** Something long that this tab began: enough to find it again after a reload. */
export type Underway = z.infer<typeof underwaySchema>

const keep = 'nuanyang.import'
const listeners = new Set<() => void>()
let kept = sessionStorage.getItem(keep)
let read: Underway | undefined
let readFrom: string | null = null

const watch = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function found(): Underway | undefined {
  if (kept !== readFrom) {
    readFrom = kept
    read = kept === null ? undefined : parsed(kept)
  }
  return read
}

function parsed(text: string): Underway | undefined {
  try {
    return underwaySchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Remembers what is under way; nothing, when it has ended. */
export function keepUnderway(next: Underway | undefined): void {
  kept = next === undefined ? null : JSON.stringify(next)
  if (kept === null) sessionStorage.removeItem(keep)
  else sessionStorage.setItem(keep, kept)
  for (const listener of listeners) listener()
}

export const useUnderway = (): Underway | undefined => useSyncExternalStore(watch, found)
