import type { NeedDomain } from './vocabulary-schema.ts'

const wordsOf: readonly (readonly [NeedDomain, RegExp])[] = [
  ['mental', /心理|情绪|抑郁|焦虑/],
  ['care', /照护|照顾|照料|起居/],
  ['physical', /健康|医|病|药|跌倒|体检/],
  ['economic', /经济|困难|低保|补贴|收入/],
  ['housing', /居住|住房|环境|生活条件|居家/],
  ['family', /家庭|子女|亲属/],
  ['social', /社区|社会|邻里|融入|孤独|陪伴|来往/],
  ['information', /手机|智能|数字|信息/],
]

/** In which domain of casework a need stands, by the words in which the project or the worker wrote it. */
export const domainOfNeed = (need: { domain: string | null; statement: string }): NeedDomain =>
  wordsOf.find(([, words]) => need.domain !== null && words.test(need.domain))?.[0] ??
  wordsOf.find(([, words]) => words.test(need.statement))?.[0] ??
  'other'
