import type { Words } from './words.ts'

/** A rule's answer: yes with what follows from it, or no with a code and words fit for a person. */
export type Verdict<T = void> = Yes<T> | No
export type Yes<T> = { readonly ok: true; readonly value: T }
export type No = {
  readonly ok: false
  /** `feature.reason`, stable, for programs. */
  readonly code: string
  readonly because: Words
  /** The input field that must change, when one must. */
  readonly field?: string
  /** Why the answer is no: decides the HTTP status. Conflict unless said otherwise. */
  readonly sort: NoSort
  /** What was written on the way to the refusal stays: a failed sign-in is counted. */
  readonly keepsChanges?: true
}
export type NoSort = 'conflict' | 'absent' | 'forbidden' | 'invalid' | 'unknown-caller' | 'too-often' | 'too-large'

export function yes(): Yes<void>
export function yes<T>(value: T): Yes<T>
export function yes<T>(value?: T): Yes<T | undefined> {
  return { ok: true, value }
}

/** A refusal. It is an answer, not a fault: whatever is thrown instead is our bug. */
export function no(code: string, because: Words, more: { field?: string; sort?: NoSort; keepsChanges?: true } = {}): No {
  return { ok: false, code, because, sort: 'conflict', ...more }
}

/** The record does not exist, or belongs to another tenant: both look the same. */
export const absent = (what: Words): No =>
  no('record.absent', { zh: `没有找到${what.zh}。`, en: `No such ${what.en}.` }, { sort: 'absent' })

/** Somebody else changed the record between the caller's reading and writing of it. */
export const changedMeanwhile = no('record.changedMeanwhile', {
  zh: '这条记录刚被别人改过或已不存在，请刷新后再改；您填写的内容还在。',
  en: 'Somebody has just changed or removed this record. Reload and try again; what you filled in is kept.',
})
