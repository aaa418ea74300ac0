import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

// What an open screen asks again and again by itself is nobody looking at anything: it may not fill the trail.

const src = join(import.meta.dirname, '../..')
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
  .map((path) => readFileSync(join(src, path), 'utf8'))

/** What is asked again after a time, and whatever shows a number on every page. */
const polled = [
  ...new Set([
    ...sources.flatMap((text) =>
      [...text.matchAll(/useAsk\(\s*(\w+),(?:(?!useAsk\()[^;])*?\bevery: /g)].flatMap((found) => found[1] ?? []),
    ),
    'countNotices',
    'showDue',
  ]),
].sort()

/** How an endpoint is declared, up to the end of its declaration. */
const declared = (name: string): string =>
  sources.flatMap((text) => new RegExp(String.raw`export const ${name} = endpoint\(\{[\s\S]*?\n\}\)`).exec(text)?.[0] ?? [])[0] ?? ''

test('screens that ask by themselves are found', () => {
  expect(polled).toEqual(expect.arrayContaining(['countNotices', 'listWebhooks', 'queueOfClinic', 'watchProgress']))
})

test.each(polled)('%s, asked by a screen again and again, is a read that leaves no line in the trail', (name) => {
  expect(declared(name)).toContain("kind: 'read'")
  expect(declared(name)).toContain('unwritten:')
})
