import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { v7 } from 'uuid'
import { mayRepeat, Refusal } from '../../web/client/failure.ts'
import { useMine } from '../../web/client/mine.ts'
import { send } from '../../web/client/send.ts'
import { checkIn, checkInChild, countHeads, showPresence } from './attend-schema.ts'
import { asRefused, asTried, nextOf, readKept, withNew, without, type Kept, type Sending } from './outbox-rules.ts'

// The queue of check-ins on this device. It is written down before anything is sent, and crossed off only when the server
// has answered: a dead network, a closed page or an empty battery loses nothing, and the operation id lets nothing count twice.

const keyOf = (accountId: string) => `nuanyang.checkIns.${accountId}`
/** How long until a failed try is tried again; also at once when the network is back. */
const pause = 8_000

const listeners = new Set<() => void>()
let read: { key: string; text: string | null; kept: readonly Kept[] } = { key: '', text: null, kept: [] }

/** What is kept, the same value as long as nothing has changed. */
function keptOf(key: string): readonly Kept[] {
  const text = localStorage.getItem(key)
  if (read.key !== key || read.text !== text) read = { key, text, kept: readKept(text) }
  return read.kept
}

function keep(key: string, change: (kept: readonly Kept[]) => Kept[]): void {
  const next = change(readKept(localStorage.getItem(key)))
  if (next.length === 0) localStorage.removeItem(key)
  else localStorage.setItem(key, JSON.stringify(next))
  for (const listener of listeners) listener()
}

function watch(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

const sendOne = ({ operationId, sending }: Kept): Promise<unknown> => {
  switch (sending.to) {
    case 'checkIn':
      return send(checkIn, sending.input, { operationId })
    case 'child':
      return send(checkInChild, sending.input, { operationId })
    case 'heads':
      return send(countHeads, sending.input, { operationId })
  }
}

let isSending = false
/** Whether the last try found nobody who answers. */
let isStuck = false

function setStuck(stuck: boolean): void {
  if (isStuck === stuck) return
  isStuck = stuck
  for (const listener of listeners) listener()
}

/** Sends what waits, one after the other, until nothing waits or nobody answers. Whether anything arrived. */
async function sendAll(key: string): Promise<boolean> {
  if (isSending) return false
  isSending = true
  let arrived = false
  try {
    for (let next = nextOf(readKept(localStorage.getItem(key))); next !== undefined; next = nextOf(readKept(localStorage.getItem(key)))) {
      const { operationId } = next
      keep(key, (kept) => asTried(kept, operationId))
      try {
        await sendOne(next)
        keep(key, (kept) => without(kept, operationId))
        arrived = true
        setStuck(false)
      } catch (failure) {
        if (!(failure instanceof Refusal) || mayRepeat(failure)) {
          setStuck(true)
          return arrived
        }
        setStuck(false)
        keep(key, (kept) => asRefused(kept, operationId, failure.problem.detail))
      }
    }
    return arrived
  } finally {
    isSending = false
  }
}

/** How many check-ins of an account this device still holds. */
export const countUnsent = (accountId: string): number => readKept(localStorage.getItem(keyOf(accountId))).length
/** Whoever signs out leaves nothing behind on a device that others use. */
export const forgetUnsent = (accountId: string): void => localStorage.removeItem(keyOf(accountId))

export type Outbox = {
  readonly kept: readonly Kept[]
  /** Something waits because nobody answers. */
  readonly isStuck: boolean
  add(sending: Sending): void
  /** Tries one that was refused again. */
  again(operationId: string): void
  drop(operationId: string): void
}

/** The queue of this device and account. What waits is sent while any page of the office is open: the shell uses it too. */
export function useOutbox(): Outbox {
  const { accountId } = useMine()
  const client = useQueryClient()
  const key = keyOf(accountId)
  const kept = useSyncExternalStore(watch, () => keptOf(key))
  const stuck = useSyncExternalStore(watch, () => isStuck)
  const waiting = kept.filter(({ refused }) => refused === null).length
  useEffect(() => {
    if (waiting === 0) return
    const sendNow = async () => {
      if (await sendAll(key)) void client.invalidateQueries({ queryKey: [showPresence.name] })
    }
    const go = () => void sendNow()
    go()
    const timer = setInterval(go, pause)
    window.addEventListener('online', go)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', go)
    }
  }, [key, waiting, client])
  return {
    kept,
    isStuck: stuck && waiting > 0,
    add: (sending) => keep(key, (before) => withNew(before, { operationId: v7(), sending })),
    again: (operationId) =>
      keep(key, (before) =>
        before.map((one) => (one.operationId === operationId ? { ...one, operationId: v7(), tried: false, refused: null } : one)),
      ),
    drop: (operationId) => keep(key, (before) => without(before, operationId)),
  }
}
