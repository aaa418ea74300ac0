import type { PaperBlock } from '../../kernel/paper.ts'
import type { Words } from '../../kernel/words.ts'
import { caseWords, formWords } from './case-words.ts'
import { ecoOf, type EcoNode } from './eco-rules.ts'

const tieWords: Record<EcoNode['tie'], Words> = {
  together: { zh: '同住', en: 'at home' },
  family: { zh: '家人，不同住', en: 'family elsewhere' },
  met: { zh: '来过服务的家人', en: 'came to sessions' },
  referral: { zh: '转介单位', en: 'referred to' },
}

/** 生态图 as a table: who and what is around the elder, for paper, where nobody can ask a line what it means. */
export function ecoBlock(found: Parameters<typeof ecoOf>[0]): PaperBlock[] {
  const nodes = ecoOf(found)
  if (nodes.length === 0) return []
  return [
    {
      kind: 'table',
      prefilled: true,
      columns: [{ title: caseWords.eco, share: 1.6 }, { title: formWords.relation }, { title: caseWords.ecoTie, share: 1.2 }],
      rows: nodes.map((node) => [node.name, node.says === '' ? null : node.says, tieWords[node.tie]]),
    },
  ]
}
