/** A session that ended while somebody was working: calls wait here until they have signed in again. */
type Waiting = { readonly promise: Promise<void>; readonly pass: () => void }

let waiting: Waiting | undefined
const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}

/** Opens the sign-in dialog, once for all calls that were refused, and waits until it is done. */
export function signedInAgain(): Promise<void> {
  if (waiting === undefined) {
    let pass = () => {}
    const promise = new Promise<void>((resolve) => {
      pass = resolve
    })
    waiting = { promise, pass }
    tell()
  }
  return waiting.promise
}

/** Lets the waiting calls through: they are sent again as they were. */
export function letThrough(): void {
  waiting?.pass()
  waiting = undefined
  tell()
}

export function watchGate(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const isGateShut = (): boolean => waiting !== undefined
