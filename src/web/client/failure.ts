import type { Problem } from '../../kernel/problem.ts'

/** The server looked at the request and said no, in words fit for a person. */
export class Refusal extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

/** Nobody knows whether the server got it: no network, a broken connection, a gateway's error page. */
export class Unreachable extends Error {}

/** The answer has another shape than this page knows: the server is newer than the page. */
export class OutOfDate extends Error {}

/** Whether the same request may be sent again as it stands, with the same operation id. */
export const mayRepeat = (failure: Error): boolean =>
  failure instanceof Unreachable || (failure instanceof Refusal && (failure.problem.status >= 500 || failure.problem.status === 429))

export const isSignedOut = (failure: Error | null): boolean => failure instanceof Refusal && failure.problem.status === 401
