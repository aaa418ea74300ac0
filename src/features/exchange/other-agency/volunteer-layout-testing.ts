import { type Column, writeTable } from './page-testing.ts'
import type { Paper } from './paper-testing.ts'
import type { Linkage } from './resource-testing.ts'
import type { Family, Shift, Volunteer } from './volunteer-testing.ts'

export type VolunteerLayout = 'numbers' | 'names'

const states = { done: ['已完成', '完成', '正常'], absent: ['未到岗', '缺勤'] } as const

export function writeVolunteers(paper: Paper, layout: VolunteerLayout) {
  const { pen, chance, finds, hand, world, traits } = paper
  const file = '志愿者资料.xlsx'
  const numbers = layout === 'numbers'
  const roll = paper.sheet(file, chance.pick(['名单', '志愿者库']))
  paper.title(roll, chance.pick(['志愿者登记表', '志愿者信息库']), { wide: 7, column: hand.right ?? 0 })
  const number = chance.pick(['志愿者编号', '编号'])
  const volunteers: Column<Volunteer>[] = [
    ...(numbers ? [{ head: number, of: (one: Volunteer) => one.number }] : []),
    { head: chance.pick(['姓名', '志愿者姓名']), of: ({ person }) => pen.name(person.name) },
    { head: '性别', of: ({ person }) => pen.sex(person.sex) },
    { head: chance.pick(['身份证号', '证件号码']), field: 'idNumber', of: ({ person }) => person.number },
    { head: chance.pick(['出生日期', '出生年月日']), of: ({ person }) => pen.birth(person.birth) },
    { head: chance.pick(['电话', '联系电话']), of: ({ person }) => pen.phone(person.phone) },
    { head: chance.pick(['所属志愿家庭', '家庭编号']), of: ({ family }) => family?.number },
    { head: chance.pick(['特长', '服务专长']), of: ({ skill }) => skill },
    { head: chance.pick(['监护人是否同意', '家长同意（未成年）']), of: ({ consent }) => (consent ? '是' : undefined) },
  ]
  writeTable(roll, file, volunteers, world.volunteers, hand, finds)

  const families = paper.sheet(file, '志愿家庭')
  paper.title(families, '志愿家庭名册', { wide: 5, column: hand.right ?? 0 })
  const familyColumns: Column<Family>[] = [
    { head: chance.pick(['家庭编号', '志愿家庭编号']), field: 'number', of: (family) => family.number },
    { head: '家庭名称', of: ({ title }) => title },
    { head: chance.pick(['家庭代表', '联系人']), of: ({ contact }) => contact },
    { head: chance.pick(['家庭人数', '人数']), of: ({ size }) => pen.count(size, '人') },
    { head: '社区', of: ({ place }) => pen.place(place) },
    { head: chance.pick(['加入时间', '登记日期']), of: ({ joinedOn }) => pen.day(joinedOn, { inside: true }) },
  ]
  writeTable(families, file, familyColumns, world.families, hand, finds)

  const shifts = paper.sheet(file, chance.pick(['服务时长', '班次']))
  paper.title(shifts, '志愿服务时长登记', { wide: 7, column: hand.right ?? 0 })
  const done: Column<Shift>[] = [
    { head: chance.pick(['服务日期', '日期']), of: ({ day }) => pen.day(day, { inside: true }) },
    ...(numbers ? [{ head: number, of: ({ volunteer }: Shift) => volunteer.number }] : []),
    { head: chance.pick(['志愿者姓名', '姓名']), of: ({ volunteer }) => pen.name(volunteer.person.name) },
    { head: chance.pick(['服务内容', '服务类别']), of: ({ what }) => what },
    { head: chance.pick(['关联活动编号', '对应活动']), of: ({ related }) => related },
    ...(traits.times
      ? [
          { head: chance.pick(['到岗时间', '签到时间']), field: 'startsAt', of: ({ startsAt }: Shift) => pen.time(startsAt) },
          {
            head: chance.pick(['离岗时间', '签退时间']),
            field: 'endsAt',
            of: ({ endsAt }: Shift) => (endsAt === undefined ? undefined : pen.time(endsAt)),
          },
        ]
      : []),
    { head: chance.pick(['申报时长', '自报时长（小时）']), field: 'claimed', of: ({ claimed }) => pen.hours(claimed) },
    { head: chance.pick(['认定时长', '确认时长']), of: ({ confirmed }) => pen.hours(confirmed) },
    { head: chance.pick(['审核人', '确认人']), field: 'confirmedBy', of: ({ confirmedBy }) => confirmedBy },
    { head: chance.pick(['完成情况', '状态']), field: 'status', of: ({ status }) => chance.pick(states[status]) },
  ]
  writeTable(
    shifts,
    file,
    done,
    world.shifts.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.startsAt < b.startsAt ? -1 : 1)),
    hand,
    finds,
  )
}

export function writeLinkages(paper: Paper) {
  const { pen, chance, finds, hand, world } = paper
  const file = chance.pick(['资源清单.xlsx', '链接资源.xlsx'])
  const page = paper.sheet(file, chance.pick(['Sheet1', '资源']))
  paper.title(page, '链接社会资源一览表', { wide: 7, column: hand.right ?? 0 })
  const columns: Column<Linkage>[] = [
    { head: chance.pick(['资源单位', '单位名称', '链接单位']), of: ({ organisation }) => organisation },
    { head: chance.pick(['五社类型', '所属类别', '主体类别']), of: ({ party }) => party },
    { head: chance.pick(['资源类别', '资源类型']), of: ({ resource }) => resource },
    { head: chance.pick(['对接日期', '链接时间']), of: ({ day }) => pen.day(day, { inside: true }) },
    { head: chance.pick(['支持内容', '提供内容']), of: ({ content }) => content },
    {
      head: chance.pick(['折合金额（元）', '折款（元）', '价值']),
      of: ({ value }) => (value === undefined ? undefined : pen.money(value)),
    },
    { head: chance.pick(['对接人', '经办人']), of: ({ by }) => by },
    {
      head: chance.pick(['落实情况', '状态']),
      field: 'status',
      of: ({ status }) => (status === 'made' ? chance.pick(['已落实', '已完成']) : chance.pick(['洽谈中', '待落实', '意向'])),
    },
  ]
  writeTable(page, file, columns, world.linkages, { ...hand, total: '合计' }, finds)
}
