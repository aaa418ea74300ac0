import type { Cell } from './book-schema.ts'
import type { CellContext, Reading } from './cell-schema.ts'
import { halfWidth, isNothing } from './text-cell-rules.ts'

/** 136/78, with whatever sign between. Whether such a pressure can be is for others to judge. */
export function readPressure(cell: Cell): Reading<{ systolic: number; diastolic: number }> {
  if (isNothing(cell.text)) return { empty: true }
  const text = halfWidth(cell.text.slice(0, 60)).replace(/\s+/g, ' ').trim()
  const pair =
    /^(?:血压|bp)?[::]?\s*(\d{1,4})\s*(?:\/|\\|-|—|–|~|,|、|\.|;|\|| |÷)\s*(\d{1,4})\s*(?:mmhg|毫米汞柱)?$/i.exec(text) ??
    /^(?:高压|收缩压|高)[::]?\s*(\d{1,4})\D{0,6}(?:低压|舒张压|低)[::]?\s*(\d{1,4})\D{0,8}$/.exec(text)
  if (pair === null) return { fault: 'unreadable' }
  return { value: { systolic: Number(pair[1]), diastolic: Number(pair[2]) } }
}

const tidy = (value: number) => Number(value.toPrecision(15))

/** A blood glucose in mmol/L, unless the cell or its header says mg/dl. The value is not converted. */
export function readGlucose(cell: Cell, context: CellContext): Reading<{ value: number; unit: 'mmol/L' | 'mg/dL' }> {
  const headerUnit = /mg\s*\/?\s*dl/i.test(halfWidth(context.header)) ? 'mg/dL' : 'mmol/L'
  if (cell.number !== undefined) return { value: { value: tidy(cell.number), unit: headerUnit } }
  if (isNothing(cell.text)) return { empty: true }
  const text = halfWidth(cell.text.slice(0, 60)).replace(/\s/g, '').replace(/,/g, '.')
  const match =
    /^(?:空腹|随机|餐前|餐后(?:[12两]小时|[12]h|半小时)?|早餐后|睡前|血糖)?[::]?(\d{1,4}(?:\.\d{1,3})?)\.?(mmol(?:\/?l)?|mg(?:\/?dl)?|毫摩尔(?:每升|\/升)?|毫克(?:每分升)?)?(?:\(?(?:空腹|餐后|随机|餐前)[^\d]*\)?)?$/i.exec(
      text,
    )
  if (match === null) return { fault: 'unreadable' }
  const unit = match[2] === undefined ? headerUnit : /^mg|^毫克/i.test(match[2]) ? 'mg/dL' : 'mmol/L'
  return { value: { value: Number(match[1]), unit } }
}
