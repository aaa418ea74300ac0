/** How far a long operation has come, for whoever watches it. Kept in memory: it means nothing after the operation. */
export type Progress = {
  /** `step` names what is being done, `done` of `of` units of it. */
  report(step: string, done: number, of: number): void
}

type State = { step: string; done: number; of: number; at: number }

export type ProgressBoard = {
  of(operationId: string | undefined): Progress
  find(operationId: string): { step: string; done: number; of: number } | undefined
}

/** A board that forgets what has not moved for ten minutes. */
export function progressBoard(clock: () => number = Date.now): ProgressBoard {
  const states = new Map<string, State>()
  return {
    of: (operationId) => ({
      report: (step, done, of) => {
        if (operationId === undefined) return
        for (const [id, state] of states) if (state.at < clock() - 600_000) states.delete(id)
        states.set(operationId, { step, done, of, at: clock() })
      },
    }),
    find: (operationId) => {
      const state = states.get(operationId)
      return state === undefined ? undefined : { step: state.step, done: state.done, of: state.of }
    },
  }
}
