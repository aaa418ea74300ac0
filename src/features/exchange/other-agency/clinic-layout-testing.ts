import { ageOn } from '../../../kernel/day.ts'
import type { Written } from '../book-testing.ts'
import type { Clinic, ClinicVisit } from './clinic-testing.ts'
import { type Column, line, nextRow, put, writeTable } from './page-testing.ts'
import type { Paper } from './paper-testing.ts'
import { wide } from './pen-testing.ts'

export type ClinicLayout = 'one sheet' | 'a sheet a day' | 'under each other'

type Row = ClinicVisit & { readonly of: Clinic }
const rowsOf = (clinic: Clinic): Row[] => clinic.visits.map((visit) => ({ ...visit, of: clinic }))

export function writeClinics(paper: Paper, layout: ClinicLayout) {
  const { pen, chance, finds, hand, world } = paper
  const file = chance.pick(['义诊登记.xlsx', '健康义诊.xlsx'])
  const own = readingColumns(paper)
  if (layout === 'one sheet') {
    const page = paper.sheet(file, '义诊记录')
    paper.title(page, '社区义诊服务登记', { wide: 9, column: hand.right ?? 0 })
    const columns: Column<Row>[] = [
      { head: chance.pick(['义诊日期', '日期']), of: ({ of }) => pen.day(of.day, { inside: true }) },
      { head: chance.pick(['义诊社区', '社区']), of: ({ of }) => pen.place(of.place) },
      { head: chance.pick(['医疗机构', '义诊单位']), of: ({ of }) => of.institution },
      ...own,
    ]
    writeTable(page, file, columns, world.clinics.toSorted((a, b) => (a.day < b.day ? -1 : 1)).flatMap(rowsOf), hand, finds)
    return
  }
  for (const [at, clinic] of world.clinics.entries()) {
    const page = paper.page(file, layout === 'a sheet a day' ? `${at + 1} ${clinic.place.name}` : clinic.place.street)
    if (nextRow(page) > 1) line(page, undefined, { down: 1 })
    line(page, `${clinic.place.name}义诊登记表`, { wide: 8 })
    const row = line(page, '义诊日期：')
    put(page, row, 1, pen.day(clinic.day, { inside: false }))
    put(page, row, 3, `编号：${clinic.number}`)
    put(page, row, 6, `医疗机构：${clinic.institution}`)
    writeTable(page, file, own, rowsOf(clinic), { numbered: true, note: '注：血糖未注明单位的为mmol/L。' }, finds)
  }
}

function readingColumns({ pen, chance, traits }: Paper): Column<Row>[] {
  const pair = chance.likely(0.5)
  const tail = chance.likely(0.5)
  const glucoseOf = ({ glucose }: Row): Written =>
    glucose === undefined
      ? undefined
      : glucose.unit === 'mg'
        ? `${glucose.value}mg/dL`
        : chance.pick([glucose.value, `${glucose.value}mmol/L`, wide(String(glucose.value))])
  const pressure = (values: readonly [number, number] | undefined): Written =>
    values === undefined ? undefined : values.join(chance.pick(['/', '／', '-']))
  const shows = (row: Row, write: () => Written) => (row.named.hint === 'free' && chance.likely(0.5) ? undefined : write())
  return [
    { head: chance.pick(['姓名', '老人姓名', '患者姓名']), field: 'name', of: ({ named }) => pen.name(named.name) },
    { head: '性别', of: ({ named }) => pen.sex(named.of.sex) },
    { head: '年龄', of: (row) => shows(row, () => ageOn(row.named.of.birth, row.of.day)) },
    tail
      ? { head: '电话后四位', of: (row) => shows(row, () => row.named.of.phone.slice(-4)) }
      : { head: '身份证后四位', of: (row) => shows(row, () => row.named.of.number.slice(-4)) },
    ...(pair
      ? [
          {
            head: chance.pick(['高压', '收缩压']),
            group: '血压（mmHg）',
            field: 'systolic',
            of: ({ pressure: values }: Row) => values?.[0],
          },
          {
            head: chance.pick(['低压', '舒张压']),
            group: '血压（mmHg）',
            field: 'diastolic',
            of: ({ pressure: values }: Row) => values?.[1],
          },
        ]
      : [{ head: chance.pick(['血压', '血压mmHg']), field: 'pressure', of: ({ pressure: values }: Row) => pressure(values) }]),
    { head: chance.pick(['复测血压', '第二次血压']), of: ({ second }) => pressure(second) },
    { head: chance.pick(['心率', '脉搏', '脉搏（次/分）']), field: 'pulse', of: ({ pulse }) => pulse },
    ...(traits.moments === 'column'
      ? [
          { head: chance.pick(['血糖', '血糖值']), field: 'glucose', of: glucoseOf },
          { head: chance.pick(['测量时机', '测量状态', '空腹/餐后']), field: 'glucoseContext', of: ({ moment }: Row) => moment },
        ]
      : [
          { head: '空腹血糖', field: 'fasting', of: (row: Row) => (row.moment === '空腹' ? glucoseOf(row) : undefined) },
          { head: '餐后血糖', field: 'afterMeal', of: (row: Row) => (row.moment === '空腹' ? undefined : glucoseOf(row)) },
        ]),
    { head: chance.pick(['医生建议', '处理意见']), of: ({ advice }) => advice },
    { head: '签字', of: () => '√' },
  ]
}
