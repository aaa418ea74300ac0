import { describe, expect, test } from 'vitest'
import { aboutOf, intentionFor } from './intention-rules.ts'

let made = 0
const newId = () => `id-${++made}`

describe('what somebody means to do', () => {
  test('trying the same again after the network failed is the same operation, so nothing is done twice', () => {
    const first = intentionFor(undefined, aboutOf({ name: '王芳' }), newId)
    expect(intentionFor(first, aboutOf({ name: '王芳' }), newId).operationId).toBe(first.operationId)
  })

  test('changed input after a failure is another operation: the server refuses an id used for something else', () => {
    const first = intentionFor(undefined, aboutOf({ name: '王芳' }), newId)
    expect(intentionFor(first, aboutOf({ name: '王方' }), newId).operationId).not.toBe(first.operationId)
  })

  test('doing the same again after it was answered is a new operation', () => {
    const first = { ...intentionFor(undefined, aboutOf({}), newId), settled: true }
    expect(intentionFor(first, aboutOf({}), newId).operationId).not.toBe(first.operationId)
  })

  test('the same input with another file is another operation', () => {
    const file = { name: '老人花名册.xlsx', size: 10, lastModified: 1 }
    expect(aboutOf({}, [file])).not.toBe(aboutOf({}, [{ ...file, size: 11 }]))
  })
})
