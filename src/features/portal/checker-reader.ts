import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'

const read = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8')

/** A module of the kernel as a plain script that gives some of what it exports. */
function plain(name: string, gives: readonly string[]): string {
  const text = stripTypeScriptTypes(read(`../../kernel/${name}.ts`))
    .replaceAll(/^import .*$/gm, '')
    .replaceAll(/^export /gm, '')
  return `const { ${gives.join(', ')} } = (() => {\n${text}\nreturn { ${gives.join(', ')} }\n})()`
}

let made: string | undefined

/** What the checker runs: the very code that the server verifies with, and a little for its page. Without Chinese, which would be turned with the page. */
export function checkerScript(): string {
  made ??= [
    "'use strict'",
    plain('canonical', ['canonical']),
    plain('sha256', ['sha256']),
    plain('proof', ['checkProof', 'listAt', 'textAt']),
    read('checker.js'),
  ].join('\n')
  return made
}

export const checkerStyle = (): string => read('checker.css')
