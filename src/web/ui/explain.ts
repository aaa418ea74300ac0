import { changedMeanwhile } from '../../kernel/verdict.ts'
import type { Words } from '../../kernel/words.ts'
import { mayRepeat, OutOfDate, Refusal, Unreachable } from '../client/failure.ts'
import { uiWords } from './ui-words.ts'

/** A failure as a person should read it: the server's own words where it spoke, ours where it did not. */
export type Explained = {
  readonly title: string
  readonly detail: string
  /** What can be done about it here. */
  readonly remedy: 'retry' | 'reload' | 'renew' | undefined
}

export function explain(failure: Error, t: (words: Words) => string): Explained {
  if (failure instanceof Refusal)
    return {
      title: failure.problem.title,
      detail: failure.problem.detail,
      remedy: failure.problem.code === changedMeanwhile.code ? 'renew' : mayRepeat(failure) ? 'retry' : undefined,
    }
  if (failure instanceof Unreachable) return { title: t(uiWords.unreachable), detail: t(uiWords.unreachableDetail), remedy: 'retry' }
  if (failure instanceof OutOfDate) return { title: t(uiWords.outOfDate), detail: t(uiWords.outOfDateDetail), remedy: 'reload' }
  return { title: t(uiWords.unknown), detail: t(uiWords.unknownDetail), remedy: 'reload' }
}
