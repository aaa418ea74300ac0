import type { Day } from '../../kernel/day.ts'
import type { Words } from '../../kernel/words.ts'
import { moneyFindings } from './finding-money-words.ts'
import { peopleFindings } from './finding-people-words.ts'
import { rowFindings } from './finding-row-words.ts'
import type { FindingCode } from './finding-schema.ts'
import { serviceFindings } from './finding-service-words.ts'
import type { Candidate } from './plan-schema.ts'

type Params = Readonly<Record<string, string>>
/** What a finding says: what it is called, what is wrong, and what to do about it. */
type FindingText = { readonly title: Words; readonly wrong: (params: Params) => Words; readonly toDo: Words }
export type FindingTexts = Readonly<Record<string, FindingText>>

const every = { ...peopleFindings, ...rowFindings, ...serviceFindings, ...moneyFindings } satisfies Record<FindingCode, FindingText>
const texts: FindingTexts = every

/** A finding as it was kept, with whatever else is known of it. */
type Said = Readonly<Record<string, unknown>> & { readonly code: string; readonly params: unknown }

/** The texts of findings, from their code and params. A code that is no longer in use says its name. */
export const findingWords = {
  title: (code: string): Words => texts[code]?.title ?? { zh: code, en: code },
  of: ({ code, params }: Said): { readonly wrong: Words; readonly toDo: Words } => {
    const text = texts[code]
    if (text === undefined) return { wrong: { zh: code, en: code }, toDo: { zh: '请核对。', en: 'Check it.' } }
    const entries = typeof params === 'object' && params !== null ? Object.entries(params) : []
    return { wrong: text.wrong(Object.fromEntries(entries.map(([name, value]) => [name, String(value)]))), toDo: text.toDo }
  },
}

const reasons: Record<Candidate['likeness'], Words> = {
  same_number: { zh: '身份证号相同', en: 'has this identity number' },
  namesake: { zh: '同名', en: 'bears this name' },
  homophone: { zh: '读音相同', en: 'sounds the same' },
  elsewhere: { zh: '同名，在其他社区', en: 'bears this name, in another community' },
  one_character: { zh: '差一个字', en: 'differs in one character' },
}

/** Why somebody may be meant, with what helps to recognise them. */
export function candidateWords(likeness: Candidate['likeness'], community: string, birth: Day | undefined): Words {
  const reason = reasons[likeness]
  return {
    zh: [reason.zh, community, birth === undefined ? '' : `${birth.slice(0, 4)}年生`].filter((part) => part !== '').join('，'),
    en: [reason.en, community, birth === undefined ? '' : `born ${birth.slice(0, 4)}`].filter((part) => part !== '').join(', '),
  }
}
