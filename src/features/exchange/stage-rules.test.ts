import { describe, expect, test } from 'vitest'
import { stagesOf } from './stage-rules.ts'

const receiving = ['upload', 'reading', 'planning', 'comparing'] as const
const stateOf = (stages: ReturnType<typeof stagesOf>) =>
  stages.map(({ name, is, share }) => `${name} ${is}${share === undefined ? '' : ` ${Math.round(share * 100)}%`}`)

describe('how far an import is', () => {
  test('while files are on their way, only what has really left counts', () => {
    expect(stateOf(stagesOf(receiving, { bytes: 25, of: 100 }, undefined))).toEqual([
      'upload busy 25%',
      'reading waiting',
      'planning waiting',
      'comparing waiting',
    ])
  })

  test('whoever comes back knows nothing yet of bytes or steps', () => {
    expect(stateOf(stagesOf(receiving, undefined, undefined))[0]).toBe('upload busy')
  })

  test('everything has left and the server has said nothing yet', () => {
    expect(stateOf(stagesOf(receiving, { bytes: 100, of: 100 }, undefined))).toEqual([
      'upload done 100%',
      'reading busy',
      'planning waiting',
      'comparing waiting',
    ])
  })

  test('the server reads, then sorts without saying how far, then compares', () => {
    expect(stateOf(stagesOf(receiving, undefined, { step: 'reading', done: 0.4, of: 1 }))[1]).toBe('reading busy 40%')
    expect(stateOf(stagesOf(receiving, undefined, { step: 'planning', done: 0, of: 1 }))[2]).toBe('planning busy')
    expect(stateOf(stagesOf(receiving, undefined, { step: 'comparing', done: 500, of: 2000 }))).toEqual([
      'upload done 100%',
      'reading done 100%',
      'planning done 100%',
      'comparing busy 25%',
    ])
  })

  test('accepting has no upload; a step that nobody knows leaves the first one busy', () => {
    const accepting = ['reading', 'planning', 'writing'] as const
    expect(stateOf(stagesOf(accepting, undefined, undefined))).toEqual(['reading busy', 'planning waiting', 'writing waiting'])
    expect(stateOf(stagesOf(accepting, undefined, { step: 'writing', done: 3, of: 4 }))[2]).toBe('writing busy 75%')
    expect(stateOf(stagesOf(accepting, undefined, { step: 'resting', done: 3, of: 4 }))[0]).toBe('reading busy')
  })
})
