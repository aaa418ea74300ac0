import type { Words } from '../../kernel/words.ts'
import { kindWords, lineWords } from '../ledger/kind-schema.ts'
import type { Scope } from '../measures/scope-schema.ts'
import { hardshipWords } from '../people/hardship-schema.ts'

const sure: Record<NonNullable<Scope['certainties']>[number], Words> = {
  number: { zh: '身份证号核对过', en: 'identity number checked' },
  name: { zh: '按姓名认定', en: 'known by name' },
  unresolved: { zh: '姓名待认领', en: 'name to be resolved' },
}

const together = (all: readonly Words[]): Words => ({ zh: all.map((one) => one.zh).join('、'), en: all.map((one) => one.en).join(', ') })
const month = (text: string): Words => ({ zh: `${Number(text.slice(0, 4))}年${Number(text.slice(5))}月`, en: text })
const day = (text: string): Words => ({
  zh: `${Number(text.slice(0, 4))}年${Number(text.slice(5, 7))}月${Number(text.slice(8))}日`,
  en: text,
})
const span = (from: Words, to: Words): Words => (from.zh === to.zh ? from : { zh: `${from.zh}至${to.zh}`, en: `${from.en} to ${to.en}` })

/** What part of a project a figure is of, as it is printed beside it. `names` are divisions by their codes. */
export function scopeWords(scope: Scope, names: ReadonlyMap<string, string>): Words {
  const placed = (codes: readonly string[]) => together(codes.map((code) => ({ zh: names.get(code) ?? code, en: names.get(code) ?? code })))
  const living = scope.homes === undefined ? undefined : placed(scope.homes)
  const parts: Words[] = [
    ...(scope.places === undefined ? [] : [placed(scope.places)]),
    ...(living === undefined ? [] : [{ zh: `住在${living.zh}`, en: `living in ${living.en}` }]),
    ...(scope.months === undefined ? [] : [span(month(scope.months.from), month(scope.months.to))]),
    ...(scope.days === undefined ? [] : [span(day(scope.days.from), day(scope.days.to))]),
    ...(scope.lines === undefined ? [] : [together(scope.lines.map((line) => lineWords[line]))]),
    ...(scope.kinds === undefined ? [] : [together(scope.kinds.map((kind) => ({ zh: kindWords[kind].zh, en: kindWords[kind].en })))]),
    ...(scope.labels === undefined ? [] : [together(scope.labels.map((label) => hardshipWords[label]))]),
    ...(scope.certainties === undefined ? [] : [together(scope.certainties.map((certainty) => sure[certainty]))]),
  ]
  if (scope.programmes !== undefined) parts.push({ zh: '一社一品', en: 'signature programme' })
  if (parts.length === 0) return { zh: '整个项目', en: 'the whole project' }
  return { zh: parts.map((part) => part.zh).join(' · '), en: parts.map((part) => part.en).join(' · ') }
}
