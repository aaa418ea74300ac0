import { keepPreviousData, QueryClient, useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { v7 } from 'uuid'
import type { z } from 'zod'
import type { Endpoint, ReadEndpoint } from '../../kernel/endpoint.ts'
import { mayRepeat, Unreachable } from './failure.ts'
import { aboutOf, intentionFor, type Intention } from './intention-rules.ts'
import { send } from './send.ts'

/** Answers are kept for half a minute; a read that leaves a trail is never repeated behind the reader's back. */
export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: (count, failure) => count < 1 && failure instanceof Unreachable,
        retryDelay: 600,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })

export type Asked<T> = UseQueryResult<T>

type Asking = {
  /** False: not yet. */
  readonly when?: boolean
  /** The former answer stays on the screen until the next one is there: for lists whose filter or page changes. */
  readonly keepFormer?: boolean
  /** Asked again after so many milliseconds, for as long as the screen is open. */
  readonly every?: number
}

/** What a read endpoint answers to an input, kept under its name and the input. */
export function useAsk<I extends z.ZodType, O extends z.ZodType>(
  endpoint: ReadEndpoint<I, O>,
  input: z.input<I>,
  { when = true, keepFormer = false, every }: Asking = {},
): Asked<z.output<O>> {
  return useQuery<z.output<O>>({
    queryKey: [endpoint.name, input],
    queryFn: ({ signal }) => send(endpoint, input, { signal }),
    enabled: when,
    ...(keepFormer ? { placeholderData: keepPreviousData } : {}),
    ...(every === undefined ? {} : { refetchInterval: every }),
  })
}

type Outcome<T> = {
  readonly onDone?: (value: T) => void
  /** After that, when every answer on the screen has been asked again: to leave for a page that shows what was written. */
  readonly onSeen?: () => void
  readonly onFailure?: (failure: Error) => void
}

export type Doing<Input, Output> = {
  /** Does it. Tried again with the same input after a lost connection, it is still done once. */
  run(input: Input, outcome?: Outcome<Output>, files?: readonly File[]): void
  /** Tries the last input again. */
  again(): void
  readonly busy: boolean
  readonly failure: Error | null
  readonly answer: Output | undefined
  /** Bytes of files that have left; undefined when no files are on their way. */
  readonly sent: { readonly bytes: number; readonly of: number } | undefined
  /** The operation under way, under which the server tells its progress. */
  readonly operationId: string | undefined
  /** The id of what is about to be recorded, by what it is for: the same at every try until it is done, then another. */
  newId(what?: string): string
  forget(): void
}

type Try<Input, Output> = { input: Input; outcome: Outcome<Output>; files: readonly File[] | undefined }

/** Something to be done at an endpoint. After a write of somebody's who is signed in, every answer on the screen is asked again. */
export function useDo<I extends z.ZodType, O extends z.ZodType>(endpoint: Endpoint<I, O>): Doing<z.input<I>, z.output<O>> {
  const client = useQueryClient()
  const intention = useRef<Intention>(undefined)
  const last = useRef<Try<z.input<I>, z.output<O>>>(undefined)
  const newIds = useRef(new Map<string, string>())
  const [sent, setSent] = useState<{ bytes: number; of: number }>()
  const [operationId, setOperationId] = useState<string>()
  const mutation = useMutation<z.output<O>, Error, Try<z.input<I>, z.output<O>>>({
    mutationFn: async ({ input, files }) => {
      const meant = intentionFor(intention.current, aboutOf(input, files), v7)
      intention.current = meant
      setOperationId(meant.operationId)
      try {
        const answer = await send(endpoint, input, {
          ...(endpoint.kind === 'write' ? { operationId: meant.operationId } : {}),
          ...(files === undefined ? {} : { files, onSent: (bytes, of) => setSent({ bytes, of }) }),
        })
        intention.current = { ...meant, settled: true }
        return answer
      } catch (error) {
        intention.current = { ...meant, settled: !(error instanceof Error && mayRepeat(error)) }
        throw error
      } finally {
        setSent(undefined)
      }
    },
    onSuccess: (value, { outcome }) => {
      newIds.current.clear()
      outcome.onDone?.(value)
      if (endpoint.kind === 'write' && endpoint.permission !== 'open') void client.invalidateQueries().then(() => outcome.onSeen?.())
    },
    onError: (failure, { outcome }) => outcome.onFailure?.(failure),
  })
  const start = (next: Try<z.input<I>, z.output<O>>) => {
    last.current = next
    mutation.mutate(next)
  }
  return {
    run: (input, outcome = {}, files) => {
      if (!mutation.isPending) start({ input, outcome, files })
    },
    again: () => {
      if (last.current !== undefined && !mutation.isPending) start(last.current)
    },
    busy: mutation.isPending,
    failure: mutation.error,
    answer: mutation.data,
    sent,
    operationId,
    newId: (what = '') => {
      const id = newIds.current.get(what) ?? v7()
      newIds.current.set(what, id)
      return id
    },
    forget: () => mutation.reset(),
  }
}
