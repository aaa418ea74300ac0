import type { FieldSort, FormRow, ReadCell } from './form-schema.ts'
import { forms } from './forms-schema.ts'

type Cells = Readonly<Record<string, ReadCell<FieldSort> | undefined>>

const into = /入|收|接|捐|进|购|到货/
const out = /出|发|领|支|用|慰问/

/**
 * A row of goods in and out as rows of the forms for either: by the word in its column of directions, or by the column
 * that its amount stands in. A row that says neither stays what it is, for somebody to look at.
 */
export function splitFlow(row: FormRow<'goodsFlow'>): FormRow[] {
  const { direction, quantity, received, handedOut } = row.cells
  const said = direction?.value ?? ''
  const [isIn, isOut] = [into.test(said.slice(0, 2)), out.test(said.slice(0, 2))]
  const moves: FormRow[] = []
  const inside = received ?? (isIn && !isOut ? quantity : undefined)
  const outside = handedOut ?? (isOut && !isIn ? quantity : undefined)
  if ((inside !== undefined && inside.value !== 0) || (isIn && !isOut))
    moves.push(as('goodsReceipt', row, inside, received === undefined ? 'quantity' : 'received'))
  if ((outside !== undefined && outside.value !== 0) || (isOut && !isIn))
    moves.push(as('handOut', row, outside, handedOut === undefined ? 'quantity' : 'handedOut'))
  return moves.length === 0 ? [row] : moves
}

function as(
  form: 'goodsReceipt' | 'handOut',
  row: FormRow<'goodsFlow'>,
  quantity: ReadCell<'number'> | undefined,
  from: 'quantity' | 'received' | 'handedOut',
): FormRow {
  const fields: Readonly<Record<string, FieldSort>> = forms[form].fields
  const own = (name: string) => name in fields && name !== 'quantity'
  const cells: Cells = row.cells
  const columns: Readonly<Record<string, string | undefined>> = row.columns
  const amount = columns[from]
  const plain: FormRow = {
    form,
    file: row.file,
    ...(row.sheet === undefined ? {} : { sheet: row.sheet }),
    row: row.row,
    cells: { ...Object.fromEntries(Object.entries(cells).filter(([name]) => own(name))), ...(quantity === undefined ? {} : { quantity }) },
    columns: {
      ...Object.fromEntries(Object.entries(columns).filter(([name]) => own(name))),
      ...(amount === undefined ? {} : { quantity: amount }),
    },
  }
  return plain
}
