import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor } from 'vite'
import { expect, test } from 'vitest'

// What is tried again after a lost connection is done once. The server knows a second try by its ids: a handler that makes
// them when it is pressed makes other ones each time, and writes twice. `useDo` keeps them: `doing.newId(…)`.

const src = import.meta.dirname
const afterwards = new Set(['onDone', 'onSeen', 'onFailure'])

type Frame = { isAfterwards: boolean; runs: boolean; made: number[] }

/** The lines where an id is made by what runs an endpoint: in the same function, or in one that it goes through a list with. */
function idsMadeWhenRun(name: string, text: string): number[] {
  const lateOnes = new Set<number>()
  const frames: Frame[] = []
  const found: number[] = []
  const enter = ({ start }: { start: number }) => {
    frames.push({ isAfterwards: lateOnes.has(start), runs: false, made: [] })
  }
  const leave = () => {
    const frame = frames.pop()
    if (frame === undefined) return
    if (frame.runs) found.push(...frame.made)
    else if (!frame.isAfterwards) frames.at(-1)?.made.push(...frame.made)
  }
  new Visitor({
    Property: ({ key, value }) => {
      if (key.type === 'Identifier' && afterwards.has(key.name)) lateOnes.add(value.start)
    },
    CallExpression: ({ callee, start }) => {
      const frame = frames.at(-1)
      if (frame === undefined) return
      if (callee.type === 'Identifier' && callee.name === 'v7') frame.made.push(text.slice(0, start).split('\n').length)
      if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && callee.property.name === 'run') frame.runs = true
    },
    ArrowFunctionExpression: enter,
    'ArrowFunctionExpression:exit': leave,
    FunctionExpression: enter,
    'FunctionExpression:exit': leave,
    FunctionDeclaration: enter,
    'FunctionDeclaration:exit': leave,
  }).visit(parseSync(name, text).program)
  return found
}

test.each([
  ['in what is handed over', 'const Save = () => <Form onFinish={() => doing.run({ id: v7() })} />', [1]],
  ['before it is handed over', 'const save = () => {\n  const id = v7()\n  doing.run({ id })\n}', [2]],
  ['for each of a list', 'function save() {\n  doing.run(\n    rows.map(() => ({ id: v7() })),\n  )\n}', [3]],
  ['behind a question', 'const ask = () => modal.confirm({ onOk: () => doing.run({ id: v7() }) })', [1]],
  [
    'once, when the dialog opens',
    'function Save() {\n  const [id] = useState(() => v7())\n  return <Form onFinish={() => doing.run({ id })} />\n}',
    [],
  ],
  ['for the next one, when this one is done', 'const save = () => doing.run({ id }, { onDone: () => setId(v7()) })', []],
])('an id made %s', (_when, text, lines) => expect(idsMadeWhenRun('a.tsx', text)).toEqual(lines))

test('no screen makes the ids of a record when it is pressed: a second try would write it twice', () => {
  const against = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tsx'))
    .flatMap((path) => idsMadeWhenRun(path, readFileSync(join(src, path), 'utf8')).map((line) => `${path}:${line}`))
  expect(against).toEqual([])
})
