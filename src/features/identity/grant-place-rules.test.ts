import { describe, expect, test } from 'vitest'
import { mayNarrow, needsProject, worksWithoutProject } from './grant-place-rules.ts'

describe('where a role is granted', () => {
  test.each([
    ['manager', true, false],
    ['supervisor', true, false],
    ['socialWorker', true, true],
    ['counsellor', true, true],
    ['communityWorker', true, true],
    ['bureau', false, false],
    ['systemAdmin', false, false],
    ['securityAdmin', false, false],
    ['auditAdmin', false, false],
  ] as const)('%s: in a project %s, in communities of it %s', (role, project, communities) => {
    expect([needsProject(role), mayNarrow(role)]).toEqual([project, communities])
  })

  test('the first manager is granted the role before there is any project; a social worker is not', () => {
    expect(worksWithoutProject('manager')).toBe(true)
    expect(worksWithoutProject('socialWorker')).toBe(false)
  })
})
