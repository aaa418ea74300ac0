import { ageOn } from '../../../kernel/day.ts'
import type { Written } from '../book-testing.ts'
import type { Activity, SignIn } from './activity-testing.ts'
import { type Column, line, nextRow, put, writeTable } from './page-testing.ts'
import type { Paper } from './paper-testing.ts'

export type ActivityLayout = 'long' | 'by month' | 'a sheet an activity' | 'under each other' | 'side by side' | 'without a list'

const states = { held: ['已开展', '已完成', '已举办'], cancelled: ['取消', '已取消'], planned: ['计划', '未开展'] } as const
const parts = { elder: [undefined, '老人', '居民'], volunteer: ['志愿者'], pupil: ['学生'], worker: ['社工'] } as const

type Row = SignIn & { readonly of: Activity }
const rowsOf = (activity: Activity): Row[] => activity.signIns.map((row) => ({ ...row, of: activity }))

export function writeActivities(paper: Paper, layout: ActivityLayout) {
  const { world, chance } = paper
  const file = chance.pick(['活动台账.xlsx', '社区活动.xlsx'])
  if (layout !== 'without a list') writeList(paper, file)
  const held = world.activities
    .filter(({ status }) => status === 'held')
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.number < b.number ? -1 : 1))
  if (layout === 'long' || layout === 'by month' || layout === 'without a list') writeLong(paper, file, held, layout)
  else if (layout === 'a sheet an activity') for (const activity of held) writeOne(paper, file, activity.number, activity)
  else if (layout === 'under each other')
    for (const activity of held) writeOne(paper, file, `${Number(activity.day.slice(5, 7))}月`, activity)
  else writeBeside(paper, file, held)
}

function writeList(paper: Paper, file: string) {
  const { pen, chance, finds, hand, world } = paper
  const page = paper.sheet(file, chance.pick(['活动一览', '活动汇总']))
  const themed = chance.likely(0.5)
  const tick = chance.pick(['√', '是'])
  const themes = ({ festival, generations }: Activity): Written => {
    const list = [...(festival === undefined ? [] : [`节日（${festival}）`]), ...(generations ? ['代际'] : [])]
    return list.length === 0 ? chance.pick(['科普', '文体']) : list.join('、')
  }
  const columns: Column<Activity>[] = [
    { head: chance.pick(['活动编号', '编号']), of: ({ number }) => number },
    { head: chance.pick(['活动主题', '活动名称']), of: ({ title }) => title },
    { head: chance.pick(['开展社区', '社区', '举办社区']), of: ({ place }) => pen.place(place) },
    { head: chance.pick(['开展时间', '活动日期', '举办日期']), of: ({ day, status }) => pen.day(day, { inside: status === 'held' }) },
    { head: '开始', of: ({ startsAt }) => pen.time(startsAt) },
    { head: '结束', of: ({ endsAt }) => pen.time(endsAt) },
    { head: chance.pick(['活动地点', '场地']), of: ({ where }) => where },
    ...(themed
      ? [
          { head: '节日活动', group: '活动类型', of: ({ festival }: Activity): Written => (festival === undefined ? undefined : tick) },
          { head: '代际活动', group: '活动类型', of: ({ generations }: Activity): Written => (generations ? tick : undefined) },
        ]
      : [{ head: chance.pick(['活动类型', '主题标签', '活动类别']), of: themes }]),
    { head: chance.pick(['合作单位', '协办单位']), of: ({ partner }) => partner },
    { head: chance.pick(['负责社工', '组织者']), of: ({ worker }) => worker },
    { head: chance.pick(['预计人数', '计划人数']), of: ({ expected }) => pen.count(expected, '人') },
    { head: chance.pick(['开展情况', '状态', '活动状态']), field: 'status', of: ({ status }) => chance.pick(states[status]) },
  ]
  paper.title(page, `${world.period.from.slice(0, 4)}年社区活动一览`, { wide: 9, column: hand.right ?? 0 })
  writeTable(page, file, columns, world.activities, hand, finds)
}

/** Columns of a sign-in sheet. Whoever has a namesake is told apart by what the sheet asks for. */
function signInColumns({ pen, chance }: Paper, withPlace: boolean): Column<Row>[] {
  const asks = chance.pick(['phone', 'number', 'both', 'age'] as const)
  const shows = (row: Row, write: (row: Row) => Written): Written =>
    row.named.of === undefined || row.named.hint === 'withheld' || (row.named.hint === 'free' && chance.likely(0.4))
      ? undefined
      : write(row)
  return [
    { head: chance.pick(['参加人姓名', '姓名', '老人姓名']), field: 'name', of: ({ named }) => pen.name(named.name) },
    ...(withPlace
      ? [
          {
            head: chance.pick(['所在社区', '社区/村']),
            of: ({ place, part }: Row) => (part === 'elder' && chance.likely(0.8) ? pen.place(place) : undefined),
          },
        ]
      : []),
    ...(asks === 'age'
      ? [
          {
            head: '年龄',
            of: (row: Row) => shows(row, ({ named, of }) => (named.of === undefined ? undefined : ageOn(named.of.birth, of.day))),
          },
        ]
      : []),
    ...(asks === 'phone' || asks === 'both'
      ? [{ head: chance.pick(['联系电话后四位', '手机尾号']), of: (row: Row) => shows(row, ({ named }) => named.of?.phone.slice(-4)) }]
      : []),
    ...(asks === 'number' || asks === 'both'
      ? [{ head: chance.pick(['身份证后四位', '证件尾号']), of: (row: Row) => shows(row, ({ named }) => named.of?.number.slice(-4)) }]
      : []),
    { head: chance.pick(['身份', '人员类别', '参加身份']), of: ({ part }) => chance.pick<Written>(parts[part]) },
    { head: chance.pick(['签名', '本人签字']), of: ({ how }) => how },
  ]
}

function writeLong(paper: Paper, file: string, held: readonly Activity[], layout: 'long' | 'by month' | 'without a list') {
  const { pen, chance, finds, hand } = paper
  const heads = { number: chance.pick(['活动编号', '编号']), title: '活动名称', day: chance.pick(['活动日期', '日期']) }
  const columns: Column<Row>[] = [
    { head: heads.number, of: ({ of }) => of.number },
    { head: heads.title, of: ({ of }) => of.title },
    { head: heads.day, of: ({ of }) => pen.day(of.day, { inside: true }) },
    ...signInColumns(paper, true),
  ]
  const months = layout === 'by month' ? [...new Set(held.map(({ day }) => day.slice(0, 7)))] : ['']
  const signInFile = chance.likely(0.5) ? file : '签到.xlsx'
  for (const month of months) {
    const page = paper.sheet(signInFile, month === '' ? '签到明细' : `${month.slice(0, 4)}.${Number(month.slice(5))}`)
    paper.title(page, month === '' ? '活动签到明细' : `${month.slice(0, 4)}年${Number(month.slice(5))}月活动签到`, {
      wide: 6,
      column: hand.right ?? 0,
    })
    const joins =
      chance.likely(0.3) && hand.pages === undefined && hand.blanks === undefined
        ? { joins: { heads: [heads.number, heads.title], how: 'merged' as const } }
        : {}
    writeTable(page, signInFile, columns, held.filter(({ day }) => day.startsWith(month)).flatMap(rowsOf), { ...hand, ...joins }, finds)
  }
}

function writeOne(paper: Paper, file: string, sheet: string, activity: Activity) {
  const { pen, chance, finds } = paper
  const page = paper.page(file, sheet)
  if (nextRow(page) > 1) line(page, undefined, { down: 1 })
  const day = pen.day(activity.day, { inside: false })
  paper.title(page, chance.pick([`${activity.title}活动签到表`, '活动签到表']), { wide: 6 })
  line(page, `活动名称：${activity.title}　　活动编号：${activity.number}`)
  const row = line(page, '活动时间：')
  put(page, row, 1, day)
  put(page, row, 3, `活动地点：${activity.place.name}${activity.where}`)
  writeTable(page, file, signInColumns(paper, false), rowsOf(activity), { numbered: true }, finds)
}

/** Two activities beside each other, in the order of time. */
function writeBeside(paper: Paper, file: string, held: readonly Activity[]) {
  const { pen, finds } = paper
  const columns = signInColumns(paper, false)
  const wide = columns.length + 1
  for (let at = 0; at < held.length; at += 2) {
    const page = paper.sheet(file, `签到${at / 2 + 1}`)
    for (const [side, activity] of held.slice(at, at + 2).entries()) {
      const column = side * (wide + 1)
      put(page, 1, column, `${activity.title}签到`)
      put(page, 2, column, `活动编号：${activity.number}`)
      put(page, 2, column + 2, '日期：')
      put(page, 2, column + 3, pen.day(activity.day))
      writeTable(page, file, columns, rowsOf(activity), { right: column, numbered: true, from: 3 }, finds)
    }
  }
}
