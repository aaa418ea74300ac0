import type { Words } from '../../kernel/words.ts'
import { figureWords } from './figure-words.ts'
import type { Dimension } from './scope-schema.ts'

/** The ways in which figures can be broken down here. */
export const breakdowns: readonly { readonly name: string; readonly by: readonly Dimension[]; readonly words: Words }[] = [
  { name: 'nothing', by: [], words: figureWords.byNothing },
  { name: 'community', by: ['community'], words: figureWords.byCommunity },
  { name: 'month', by: ['month'], words: figureWords.byMonth },
  { name: 'community,month', by: ['community', 'month'], words: figureWords.byCommunityAndMonth },
  { name: 'town', by: ['town'], words: figureWords.byTown },
  { name: 'line', by: ['line'], words: figureWords.byLine },
  { name: 'kind', by: ['kind'], words: figureWords.byKind },
  { name: 'home', by: ['home'], words: figureWords.byHome },
  { name: 'label', by: ['label'], words: figureWords.byLabel },
  { name: 'grade', by: ['grade'], words: figureWords.byGrade },
]

/** What heads the column of an axis's points. */
export const axisWords: Record<Dimension, Words> = {
  community: figureWords.community,
  town: figureWords.town,
  home: figureWords.livesIn,
  month: figureWords.month,
  line: figureWords.line,
  kind: figureWords.kind,
  label: figureWords.label,
  grade: figureWords.grade,
}

/** The name of the breakdown by these dimensions; by their own names where it is none of those offered. */
export const breakdownOf = (by: readonly Dimension[]): string => (by.length === 0 ? 'nothing' : by.join(','))

export const breakdownWords = (by: readonly Dimension[]): Words =>
  breakdowns.find((each) => each.name === breakdownOf(by))?.words ?? figureWords.by
