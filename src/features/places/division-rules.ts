import type { Day } from '../../kernel/day.ts'
import type { DivisionCode } from '../../kernel/ids.ts'
import { no, type No } from '../../kernel/verdict.ts'
import type { Division } from './schema.ts'

/** Digits of a code, by level: district 6, town or street 9, community or village 12 (国家统计局 统计用区划代码). */
const digits: Record<Division['level'], number> = { district: 6, street: 9, town: 9, community: 12, village: 12 }

const parentDigits: Record<number, number | undefined> = { 9: 6, 12: 9 }

const wrongLength = no(
  'place.codeLength',
  {
    zh: '区划代码的位数与级别不符：区县6位，乡镇街道9位，村居12位。',
    en: 'The code’s length does not fit the level: 6 digits for a district, 9 for a town or street, 12 for a community or village.',
  },
  { sort: 'invalid', field: 'code' },
)

const wrongParent = no(
  'place.parent',
  {
    zh: '上级区划不对：乡镇街道的上级是它代码的前6位，村居的上级是前9位，并且要先登记。',
    en: 'The parent is not right: of a town or street it is the first 6 digits of its code, of a community or village the first 9, and it must be on file.',
  },
  { sort: 'invalid', field: 'parentCode' },
)

export const endsBeforeItBegan = no(
  'place.endsBefore',
  { zh: '停用日期早于启用日期，请改正。', en: 'It would end before it began; please correct the day.' },
  { sort: 'invalid', field: 'validTo' },
)

/** Why a division may not be added beside those on file; undefined when it may. */
export function wrongDivision(
  division: Pick<Division, 'code' | 'level' | 'parentCode'>,
  known: readonly Pick<Division, 'code'>[],
): No | undefined {
  const { code, level, parentCode } = division
  if (code.length !== digits[level]) return wrongLength
  const parent = parentDigits[code.length]
  if (parent === undefined) return parentCode === null ? undefined : wrongParent
  return parentCode === code.slice(0, parent) && known.some((one) => one.code === parentCode) ? undefined : wrongParent
}

/** Whether a division that is valid would end before it began. */
export const wouldEndBefore = (known: readonly Division[], code: DivisionCode, validTo: Day): boolean =>
  known.some((one) => one.code === code && one.validTo === null && validTo < one.validFrom)
