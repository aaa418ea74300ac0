import type { Words } from '../../kernel/words.ts'
import { likelyField, lists, singles } from './field-rules.ts'

/** Something wrong in a template: where, which field, and what to do. */
export type TemplateFault = { readonly place: Words; readonly field: string; readonly why: Words }

/** A piece of a template's text, and where it stands. */
export type Piece = { readonly place: Words; readonly text: string }

const tag = /\{([#/]?)([^{}]*)\}/g

const unknown = (field: string, known: readonly string[]): Words => {
  const likely = likelyField(field, known)
  return likely === undefined
    ? { zh: '没有这个字段。可用的字段见下面的字段表。', en: 'There is no such field. The fields are listed below.' }
    : { zh: `没有这个字段，是不是“${likely}”？`, en: `There is no such field. Is “${likely}” meant?` }
}

/** What is wrong with the fields of a Word template, piece by piece in reading order. */
export function wordFaults(pieces: readonly Piece[]): TemplateFault[] {
  const faults: TemplateFault[] = []
  let open: { list: string; place: Words } | undefined
  for (const { place, text } of pieces) {
    for (const [, sign, written = ''] of text.matchAll(tag)) {
      const name = written.trim()
      const fault = (field: string, why: Words) => faults.push({ place, field, why })
      if (sign === '#') {
        if (lists[name] === undefined) fault(`{#${name}}`, unknown(name, Object.keys(lists)))
        else if (open !== undefined)
          fault(`{#${name}}`, {
            zh: `“${open.list}”还没有用{/${open.list}}结束，列表不能套列表。`,
            en: `“${open.list}” is not closed yet; a list cannot stand in a list.`,
          })
        else open = { list: name, place }
      } else if (sign === '/') {
        if (open === undefined || open.list !== name) {
          if (lists[name] !== undefined || open === undefined)
            fault(`{/${name}}`, { zh: `前面没有对应的{#${name}}。`, en: `There is no {#${name}} before it.` })
          else fault(`{/${name}}`, unknown(name, [open.list]))
        } else open = undefined
      } else if (open !== undefined) {
        const columns = Object.keys(lists[open.list] ?? {})
        if (!columns.includes(name) && singles[name] === undefined) fault(`{${name}}`, unknown(name, [...columns, ...Object.keys(singles)]))
      } else if (singles[name] === undefined) {
        const of = Object.keys(lists).find((list) => lists[list]?.[name] !== undefined)
        fault(
          `{${name}}`,
          of === undefined
            ? unknown(name, Object.keys(singles))
            : { zh: `“${name}”要写在{#${of}}和{/${of}}之间。`, en: `“${name}” must stand between {#${of}} and {/${of}}.` },
        )
      }
    }
    faults.push(...loose({ place, text }))
  }
  if (open !== undefined)
    faults.push({
      place: open.place,
      field: `{#${open.list}}`,
      why: { zh: `没有用{/${open.list}}结束。`, en: `It is not closed by {/${open.list}}.` },
    })
  return faults
}

/** Braces that belong to no field. */
function loose({ place, text }: Piece): TemplateFault[] {
  const rest = text.replaceAll(tag, '')
  const at = rest.search(/[{}]/)
  return at < 0
    ? []
    : [
        {
          place,
          field: rest.slice(Math.max(0, at - 6), at + 10),
          why: { zh: '花括号没有成对，字段写成 {项目名称} 这样。', en: 'A brace without its pair: a field is written as {项目名称}.' },
        },
      ]
}

/** What is wrong with the fields of an Excel template, cell by cell. `row` tells which cells are repeated together. */
export function bookFaults(cells: readonly (Piece & { readonly row: string })[]): TemplateFault[] {
  const faults = cells.flatMap((cell): TemplateFault[] => [
    ...[...cell.text.matchAll(tag)].flatMap(([whole, sign, written = '']): TemplateFault[] => {
      const name = written.trim()
      const [list = '', column] = name.split('.')
      const why =
        sign !== ''
          ? {
              zh: '表格里不用#和/，列表的列写成 {合同指标.指标} 这样。',
              en: 'In a workbook a list’s column is written as {合同指标.指标}.',
            }
          : column === undefined
            ? singles[name] === undefined
              ? unknown(name, Object.keys(singles))
              : undefined
            : lists[list] === undefined
              ? unknown(list, Object.keys(lists))
              : lists[list][column] === undefined
                ? unknown(column, Object.keys(lists[list]))
                : undefined
      return why === undefined ? [] : [{ place: cell.place, field: whole, why }]
    }),
    ...loose(cell),
  ])
  const mixed = [...Map.groupBy(cells, (cell) => cell.row).values()].flatMap((row): TemplateFault[] => {
    const used = new Set(row.flatMap((cell) => listsIn(cell.text)))
    const [first] = row
    return used.size > 1 && first !== undefined
      ? [
          {
            place: first.place,
            field: [...used].join('、'),
            why: { zh: '一行只能写一个列表的字段，请分到两行。', en: 'One row can repeat one list only.' },
          },
        ]
      : []
  })
  return [...faults, ...mixed]
}

/** The lists whose columns a text names. */
export const listsIn = (text: string): string[] =>
  [...text.matchAll(tag)].flatMap(([, , written = '']) => {
    const [list = '', column] = written.trim().split('.')
    return column === undefined ? [] : [list]
  })

/** A text with its fields filled in; a text that is one field alone keeps a number a number. */
export function filled(text: string, valueOf: (name: string) => string | number | null): string | number | null {
  const alone = /^\{([^{}#/][^{}]*)\}$/.exec(text.trim())?.[1]
  if (alone !== undefined) return valueOf(alone.trim())
  return text.replaceAll(tag, (_whole, _sign: string, name: string) => String(valueOf(name.trim()) ?? ''))
}
