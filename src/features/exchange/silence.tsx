import { useEffect } from 'react'
import { useAsk } from '../../web/client/calls.ts'
import { watchProgress } from '../identity/schema.ts'
import type { Underway } from './underway.tsx'

/** So long may the server know nothing of an operation, or tell the same of it, in milliseconds, before it is given up. */
const unknownFor = 15_000
const unmovedFor = 60_000

/** Says when an operation that was begun earlier is not under way any more, so far as the server tells. */
export function useSilence({ operationId }: Underway, onSilent: () => void): void {
  const told = useAsk(watchProgress, { operationId }, { every: 1000 }).data?.progress
  const said = told === undefined || told === null ? '' : `${told.step} ${told.done}`
  useEffect(() => {
    // Whatever is said anew winds the clock up again.
    const timer = setTimeout(onSilent, said === '' ? unknownFor : unmovedFor)
    return () => clearTimeout(timer)
  }, [said, onSilent])
}
