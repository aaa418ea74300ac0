import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseSync, type Plugin } from 'vite'
import { toTraditional } from '../src/server/traditional.ts'

const name = 'virtual:traditional'
const resolved = `\0${name}`

/** Where texts for people stand: everything that the browser may show, and what only the server says costs little. */
const places = ['src/kernel/**/*.ts', 'src/features/**/*{words,schema,rules}.ts', 'src/web/**/*.ts', 'src/web/**/*.tsx']

const sources = (root: string): string[] =>
  globSync(places, { cwd: root })
    .filter((path) => !path.includes('.test.'))
    .map((path) => resolve(root, path))

/** Every literal text that stands as `zh` beside an `en` in a module. A text put together at run time is not found. */
export function chineseTextsOf(path: string, source: string): string[] {
  const texts: string[] = []
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const part of node) visit(part)
    } else if (typeof node === 'object' && node !== null) {
      if ('type' in node && node.type === 'Property' && 'key' in node && 'value' in node && isName(node.key, 'zh')) {
        const text = textOf(node.value)
        if (text !== undefined) texts.push(text)
      }
      for (const part of Object.values(node)) visit(part)
    }
  }
  visit(parseSync(path, source).program)
  return texts
}

const isName = (node: unknown, wanted: string): boolean =>
  typeof node === 'object' && node !== null && 'name' in node && node.name === wanted

function textOf(node: unknown): string | undefined {
  if (typeof node !== 'object' || node === null || !('type' in node)) return undefined
  return node.type === 'Literal' && 'value' in node && typeof node.value === 'string' ? node.value : undefined
}

/** Simplified texts with their traditional form, where the two differ. */
export function traditionalTable(root: string): Record<string, string> {
  const texts = new Set(sources(root).flatMap((path) => chineseTextsOf(path, readFileSync(path, 'utf8'))))
  return Object.fromEntries([...texts].sort().flatMap((text) => (toTraditional(text) === text ? [] : [[text, toTraditional(text)]])))
}

/**
 * The commonest traditional form of single characters, for texts that come from the server: simplified ones in a row, and
 * theirs in another. It knows nothing of neighbours, so it is used only where no whole text is known.
 */
export function characterTable(): { simplified: string; traditional: string } {
  const pairs = Array.from({ length: 0x9fff - 0x4e00 }, (_, at) => String.fromCodePoint(0x4e00 + at))
    .map((simplified) => ({ simplified, traditional: toTraditional(simplified) }))
    .filter((pair) => pair.simplified !== pair.traditional && pair.traditional.length === 1)
  return {
    simplified: pairs.map((pair) => pair.simplified).join(''),
    traditional: pairs.map((pair) => pair.traditional).join(''),
  }
}

/** Gives the browser `virtual:traditional`: the traditional form of every text, made when the web application is built. */
export function traditional(): Plugin {
  let root = process.cwd()
  return {
    name: 'traditional',
    configResolved: (config) => {
      root = config.root
    },
    resolveId: (id) => (id === name ? resolved : undefined),
    load(id) {
      if (id !== resolved) return undefined
      for (const path of sources(root)) this.addWatchFile(path)
      const table = { texts: traditionalTable(root), characters: characterTable() }
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(table))})`
    },
  }
}
