import type { Words } from '../../kernel/words.ts'
import { formWords } from './form-words.ts'

const wordsByForm: Readonly<Record<string, { readonly fields: Readonly<Record<string, string>> } | undefined>> = formWords

/** What a form may have any number of columns for, beside its fields. */
const columnsOfMany: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  groupRoll: { sessions: { zh: '某一节的出勤', en: 'Attendance of a session' } },
  visits: { checks: { zh: '检查清单的一项', en: 'Item of the check list' } },
  handOut: { items: { zh: '某种物资的数量', en: 'Amount of one kind of goods' } },
}

const ofMany = new Set(['labels', 'themes', ...Object.values(columnsOfMany).flatMap(Object.keys)])

/** Whether several columns of a table may be said to be this. */
export const mayBeSeveral = (field: string): boolean => ofMany.has(field)

/** Everything that a column of a form may be, with its name. */
export const fieldsOf = (form: string, fields: readonly string[]): { field: string; title: Words }[] => [
  ...fields.map((field) => ({ field, title: fieldTitle(form, field) })),
  ...Object.entries(columnsOfMany[form] ?? {}).map(([field, title]) => ({ field, title })),
]

/** What a field of a form is called: the first of the headers that agencies write over it, and its own name as English. */
function fieldTitle(form: string, field: string): Words {
  const zh = wordsByForm[form]?.fields[field]?.trim().split(/\s+/)[0] ?? field
  const en = field.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`)
  return { zh, en: en.charAt(0).toUpperCase() + en.slice(1) }
}
