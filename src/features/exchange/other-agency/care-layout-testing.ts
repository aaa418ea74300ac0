import { ageOn } from '../../../kernel/day.ts'
import type { Written } from '../book-testing.ts'
import { type Carer, type Respite, type Visit, endOf } from './care-testing.ts'
import { type Column, writeTable } from './page-testing.ts'
import type { Paper } from './paper-testing.ts'

const checks = ['身体状况', '情绪', '用药', '居家安全', '饮食']

export function writeCare(paper: Paper) {
  const { pen, chance, finds, hand, world } = paper
  const file = chance.pick(['照护与探访.xlsx', '探访台账.xlsx'])
  const number = chance.pick(['照护者编号', '照顾者编号'])
  const carers = paper.sheet(file, chance.pick(['照护者', '家庭照顾者']))
  paper.title(carers, '家庭照护者登记', { wide: 6, column: hand.right ?? 0 })
  const carerColumns: Column<Carer>[] = [
    { head: number, of: (carer) => carer.number },
    { head: chance.pick(['照护者姓名', '照顾者姓名']), of: ({ person }) => pen.name(person.name) },
    { head: '性别', of: ({ person }) => pen.sex(person.sex) },
    { head: chance.pick(['身份证号码', '证件号码']), field: 'idNumber', of: ({ person }) => person.number },
    { head: '电话', of: ({ person }) => pen.phone(person.phone) },
    { head: chance.pick(['与老人关系', '关系']), of: ({ relation }) => relation },
    { head: chance.pick(['被照护老人', '照顾对象']), of: ({ elder }) => pen.name(elder.name) },
    { head: '所属社区', of: ({ place }) => pen.place(place) },
  ]
  writeTable(carers, file, carerColumns, world.carers, hand, finds)

  const respite = paper.sheet(file, '喘息服务')
  paper.title(respite, '喘息服务登记表', { wide: 6, column: hand.right ?? 0 })
  const byHours = chance.likely(0.5)
  const sessions: Column<Respite>[] = [
    { head: chance.pick(['服务日期', '日期']), of: ({ day }) => pen.day(day, { inside: true }) },
    { head: chance.pick(['开始', '开始时间']), of: ({ startsAt }) => pen.time(startsAt) },
    byHours
      ? { head: chance.pick(['服务时长（小时）', '时长']), of: ({ minutes }) => pen.hours(minutes / 60) }
      : { head: chance.pick(['结束', '结束时间']), of: ({ startsAt, minutes }) => pen.time(endOf(startsAt, minutes)) },
    { head: number, of: ({ carer }) => carer.number },
    { head: '照护者', of: ({ carer }) => pen.name(carer.person.name) },
    { head: chance.pick(['被照护老人', '老人姓名']), of: ({ carer }) => pen.name(carer.elder.name) },
    { head: '社区', of: ({ carer }) => pen.place(carer.place) },
    { head: chance.pick(['替代照护人员', '服务人员', '替代人员']), of: ({ by }) => by },
    {
      head: chance.pick(['服务状态', '状态', '完成情况']),
      field: 'status',
      of: ({ status }) => (status === 'done' ? chance.pick(['已完成', '完成']) : chance.pick(['取消', '已取消'])),
    },
  ]
  writeTable(respite, file, sessions, world.respite, hand, finds)

  const visits = paper.sheet(file, chance.pick(['入户探访', '走访']))
  paper.title(visits, '入户走访记录表', { wide: 9, column: hand.right ?? 0 })
  const [fine, bad] = chance.pick([
    ['√', '×'],
    ['正常', '异常'],
    ['是', '否'],
  ] as const)
  const grouped = chance.likely(0.5) ? { group: '检查项目' } : {}
  const columns: Column<Visit>[] = [
    { head: chance.pick(['走访编号', '探访编号', '编号']), of: (visit) => visit.number },
    { head: chance.pick(['走访日期', '探访日期', '日期']), of: ({ day }) => pen.day(day, { inside: true }) },
    { head: '时间', of: ({ startsAt }) => pen.time(startsAt) },
    { head: '社区', of: ({ elder }) => pen.place(elder.household.place) },
    { head: chance.pick(['走访对象', '老人姓名']), of: ({ elder }) => pen.name(elder.name) },
    { head: '年龄', of: ({ elder, day }) => (chance.likely(0.5) ? ageOn(elder.birth, day) : undefined) },
    {
      head: chance.pick(['走访方式', '方式']),
      of: ({ means }) => (means === 'door' ? chance.pick(['上门', '入户']) : chance.pick(['电话', '电话问候'])),
    },
    {
      head: chance.pick(['是否见到本人', '是否见面']),
      field: 'met',
      of: ({ met }) => (met ? chance.pick(['是', '√']) : chance.pick(['否', '×'])),
    },
    ...checks.map((head, at) => ({
      head,
      ...grouped,
      of: ({ checks: found }: Visit): Written => (found[at] === undefined ? undefined : found[at] ? fine : bad),
    })),
    { head: chance.pick(['存在问题', '发现问题']), of: ({ problem }) => problem },
    { head: chance.pick(['处理情况', '处置']), of: ({ problem }) => (problem === undefined ? undefined : '已联系家属') },
    { head: chance.pick(['走访人', '探访人员']), of: ({ by }) => by },
  ]
  writeTable(visits, file, columns, world.visits, hand, finds)
}
