import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { Words } from '../../kernel/words.ts'
import { isOneCharacterApart, soundsAlike } from '../people/sound-rules.ts'

/** What a pair is judged by. */
export type Side = {
  readonly id: string
  readonly name: string
  readonly sex: string
  readonly birthDate: string | null
  readonly phone: string | null
  /** Keyed hashes of usable numbers: only whether they are the same matters. */
  readonly number: string | null
  readonly mergedInto: string | null
  readonly deceasedOn: string | null
}

/** Why two files may be of one person, the strongest reason first; empty when nothing speaks for it. */
export function likenessesOf(a: Side, b: Side): Words[] {
  const sameName = a.name === b.name
  const alike = sameName || soundsAlike(a.name, b.name) || isOneCharacterApart(a.name, b.name)
  const sameBirth = a.birthDate !== null && a.birthDate === b.birthDate
  const samePhone = a.phone !== null && a.phone === b.phone
  const twoNumbers = a.number !== null && b.number !== null && a.number !== b.number
  return [
    ...(a.number !== null && a.number === b.number ? [{ zh: '身份证号相同', en: 'The same identity number' }] : []),
    ...(sameName && sameBirth && !twoNumbers ? [{ zh: '姓名和出生日期相同', en: 'The same name and birthday' }] : []),
    ...(sameName && samePhone && !twoNumbers ? [{ zh: '姓名和电话相同', en: 'The same name and telephone' }] : []),
    ...(alike && !sameName && sameBirth && samePhone
      ? [{ zh: '姓名读音或字形相近，出生日期和电话相同', en: 'Names alike, the same birthday and telephone' }]
      : []),
  ]
}

/** Whether two files can be merged. Two different usable numbers are two people: the number must be put right first. */
export function mayMerge(kept: Side, merged: Side): Verdict {
  if (kept.id === merged.id)
    return no('merging.same', { zh: '这是同一份档案。', en: 'This is one and the same file.' }, { sort: 'invalid' })
  if (kept.mergedInto !== null || merged.mergedInto !== null)
    return no('merging.merged', { zh: '其中一份档案已并入别的档案，请刷新。', en: 'One of the files was merged already; reload.' })
  if (kept.number !== null && merged.number !== null && kept.number !== merged.number)
    return no('merging.numbers', {
      zh: '两份档案的身份证号都有效且不同，是两个人。若号码有误，请先更正号码。',
      en: 'Both files carry usable numbers that differ: two people. If a number is wrong, correct it first.',
    })
  if (kept.number !== null && merged.number !== null && kept.sex !== merged.sex && kept.sex !== 'unknown' && merged.sex !== 'unknown')
    return no('merging.sex', {
      zh: '号码相同而性别不同，可能是一人误用另一人的号码，请先核对证件。',
      en: 'One number, two sexes: one may carry the other’s number. Check the papers first.',
    })
  return yes()
}
