import { expect, test } from 'vitest'
import { needsAfterUndo } from './closing-rules.ts'

const need = (id: string, version: number) => ({ id, version })

test.each([
  ['as the closing left it is open again', [need('a', 2)], [need('a', 2)], ['a'], []],
  ['that somebody changed since stays', [need('a', 2)], [need('a', 3)], [], ['a']],
  ['that the closing did not settle is left alone', [], [need('a', 2)], [], []],
  ['that is gone is not spoken of', [need('a', 2)], [], [], []],
  ['of several each has its own fate', [need('a', 2), need('b', 5)], [need('b', 5), need('a', 4), need('c', 1)], ['b'], ['a']],
])('when a closing is taken back, a need %s', (_what, settled, standing, reopened, left) => {
  const after = needsAfterUndo(settled, standing)
  expect([after.reopened.map(({ id }) => id), after.left.map(({ id }) => id)]).toEqual([reopened, left])
})
