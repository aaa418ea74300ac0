import type { Words } from '../../kernel/words.ts'
import type { Community } from '../../web/client/communities.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { kindWords, lineWords } from '../ledger/kind-schema.ts'
import { hardshipWords } from '../people/hardship-schema.ts'
import { memberWords } from './member-words.ts'
import type { Scope } from './scope-schema.ts'

type Certainty = NonNullable<Scope['certainties']>[number]

const certaintyWords: Record<Certainty, Words> = {
  number: memberWords.byNumber,
  name: memberWords.byName,
  unresolved: memberWords.byNobody,
}

/** What part of the project a figure is of, in words. */
export function useScopeText(communities: readonly Community[]): (scope: Scope) => string {
  const t = useWords()
  const { month, day } = useFormats()
  const nameOf = (code: string) =>
    communities.find((each) => each.code === code)?.name ?? communities.find((each) => each.code.startsWith(code))?.town ?? code
  const joined = (names: readonly string[]) => names.join(t(memberWords.comma))
  const span = (first: string, last: string) => (first === last ? first : t(memberWords.span, { from: first, to: last }))
  return ({ places, homes, months, days, lines, kinds, labels, certainties, programmes }) => {
    const parts = [
      ...(places === undefined ? [] : [joined(places.map(nameOf))]),
      ...(homes === undefined ? [] : [t(memberWords.homes, { places: joined(homes.map(nameOf)) })]),
      ...(months === undefined ? [] : [span(month(months.from), month(months.to))]),
      ...(days === undefined ? [] : [span(day(days.from), day(days.to))]),
      ...(lines === undefined ? [] : [joined(lines.map((line) => t(lineWords[line])))]),
      ...(kinds === undefined ? [] : [joined(kinds.map((kind) => t(kindWords[kind])))]),
      ...(labels === undefined ? [] : [joined(labels.map((label) => t(hardshipWords[label])))]),
      ...(certainties === undefined ? [] : [joined(certainties.map((certainty) => t(certaintyWords[certainty])))]),
      ...(programmes === undefined ? [] : [t(memberWords.programmes)]),
    ]
    return parts.length === 0 ? t(memberWords.whole) : parts.join(t(memberWords.between))
  }
}
