import { describe, expect, test } from 'vitest'
import type { Permission } from '../../kernel/permission.ts'
import { pageAt, pagesFor, tabsOf } from './navigation-rules.ts'

const page = (path: string, permission: Permission, shown = true) => ({ path, permission, ...(shown ? { place: { group: 'work' } } : {}) })
const pages = [
  page('/', 'session.own'),
  page('/people', 'people.read'),
  page('/people/merge', 'people.merge'),
  page('/me', 'session.own', false),
  page('/accounts', 'accounts.manage'),
]

describe('the navigation', () => {
  test('a social worker sees the pages of their work and none of the administrators’', () => {
    expect(pagesFor(pages, ['session.own', 'people.read']).map((each) => each.path)).toEqual(['/', '/people'])
  })

  test('whoever has no role yet still reaches their own account', () => {
    expect(pagesFor(pages, []).map((each) => each.path)).toEqual(['/'])
  })

  test('a page about one person belongs to the page of people', () => {
    expect(pageAt(pages, '/people/0195')?.path).toBe('/people')
    expect(pageAt(pages, '/people/merge')?.path).toBe('/people/merge')
  })

  test('the start page is itself alone, and an address of no page is nobody’s', () => {
    expect(pageAt(pages, '/')?.path).toBe('/')
    expect(pageAt(pages, '/nowhere')).toBeUndefined()
    expect(pageAt(pages, '/peoples')).toBeUndefined()
  })

  test('a phone has tabs at its foot only for those with several pages', () => {
    expect(tabsOf(pages.slice(0, 3))).toEqual([])
    expect(tabsOf(pages)).toHaveLength(4)
  })
})
