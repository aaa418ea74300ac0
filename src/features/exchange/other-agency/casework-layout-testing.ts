import { ageOn } from '../../../kernel/day.ts'
import type { CaseFile, CaseSession } from './casework-testing.ts'
import { type Column, line, writeTable } from './page-testing.ts'
import type { Paper } from './paper-testing.ts'

export type CaseLayout = 'one file' | 'two files' | 'a sheet a case' | 'merged'

const states = { open: ['服务中', '跟进中', '在案'], closed: ['已结案', '结案', '完结'], refused: ['不接案', '不予接案'] } as const

export function writeCases(paper: Paper, layout: CaseLayout) {
  const { pen, chance, finds, hand, world } = paper
  const listFile = layout === 'two files' ? '个案总台账.xlsx' : '个案工作.xlsx'
  const list = paper.sheet(listFile, chance.pick(['个案台账', '总表', '一览']))
  const cases = chance.shuffle(world.cases)
  paper.title(list, chance.pick(['个案服务台账', `${world.paper.agency}个案管理登记表`]), { wide: 8, column: hand.right ?? 0 })
  const score = (value: number | undefined) => (value === undefined ? undefined : pen.count(value, '分'))
  const columns: Column<CaseFile>[] = [
    { head: chance.pick(['案号', '个案编号', '档案编号']), of: ({ number }) => number },
    { head: chance.pick(['案主姓名', '服务对象', '姓名']), field: 'name', of: ({ elder }) => pen.name(elder.name) },
    { head: '性别', of: ({ elder }) => pen.sex(elder.sex) },
    { head: '年龄', of: ({ elder, openedOn }) => ageOn(elder.birth, openedOn) },
    { head: chance.pick(['所属社区', '社区（村）', '居住社区']), of: ({ place }) => pen.place(place) },
    { head: chance.pick(['来源', '转介来源', '个案来源']), of: () => chance.pick(['社区推荐', '自行求助', '社工发现']) },
    { head: chance.pick(['问题类型', '主要问题', '服务需求']), of: () => chance.pick(['情绪低落', '家庭矛盾', '丧亲哀伤']) },
    { head: chance.pick(['开案时间', '接案日期', '立案日期']), of: ({ openedOn }) => pen.day(openedOn) },
    { head: chance.pick(['结案时间', '结案日期']), of: ({ closedOn }) => (closedOn === undefined ? undefined : pen.day(closedOn)) },
    { head: chance.pick(['目前状态', '个案状态', '进展']), field: 'status', of: ({ state }) => chance.pick(states[state]) },
    { head: chance.pick(['责任社工', '主责社工']), of: ({ worker }) => worker },
    { head: chance.pick(['心理咨询师', '辅导老师']), of: ({ counsellor }) => counsellor },
    { head: chance.pick(['前测得分', 'GDS-15前测', '抑郁量表前测']), field: 'gdsBefore', of: ({ gdsBefore }) => score(gdsBefore) },
    { head: chance.pick(['后测得分', 'GDS-15后测', '抑郁量表后测']), field: 'gdsAfter', of: ({ gdsAfter }) => score(gdsAfter) },
    { head: chance.pick(['累计次数', '面谈次数', '服务次数']), field: 'sessionCount', of: ({ stated }) => pen.count(stated, '次') },
  ]
  writeTable(list, listFile, columns, cases, hand, finds)

  const file = layout === 'two files' ? '面谈记录表.xlsx' : listFile
  const [numbered, named] = [chance.pick(['案号', '个案编号']), chance.pick(['案主', '老人姓名'])]
  const inside = ({ counts, marks }: CaseSession) => counts || marks.every(({ kind }) => kind !== 'outside_period')
  const own: Column<CaseSession>[] = [
    {
      head: chance.pick(['第几次', '次数', '次序']),
      of: ({ ordinal }) => (ordinal === 0 ? undefined : chance.pick([ordinal, `第${ordinal}次`])),
    },
    {
      head: chance.pick(['面谈日期', '服务日期', '日期']),
      field: 'day',
      of: (session) => pen.day(session.day, { inside: inside(session) }),
    },
    { head: chance.pick(['开始', '开始时间']), of: ({ startsAt }) => pen.time(startsAt) },
    { head: chance.pick(['结束', '结束时间']), of: ({ endsAt }) => pen.time(endsAt) },
    { head: chance.pick(['服务方式', '形式', '面谈方式']), of: ({ method }) => method },
    { head: chance.pick(['服务过程', '主要内容', '面谈内容']), of: ({ summary }) => summary },
    { head: chance.pick(['跟进计划', '下一步计划']), of: ({ next }) => next },
  ]
  const who: Column<CaseSession>[] = [
    { head: numbered, field: 'caseNumber', of: ({ of }) => of.number },
    { head: named, field: 'name', of: ({ of }) => pen.name(of.elder.name) },
  ]
  if (layout === 'a sheet a case') {
    for (const of of world.cases.filter(({ sessions }) => sessions.length > 0)) {
      const page = paper.page(file, of.number)
      paper.title(page, '个案服务过程记录', { wide: 7 })
      line(page, `个案编号：${of.number}　案主姓名：${of.elder.name}　所属社区：${of.place.name}`)
      line(page, `负责社工：${of.worker}`)
      writeTable(page, file, own, of.sessions, { above: { caseNumber: { label: '个案编号' } } }, finds)
    }
    return
  }
  const sessions = world.cases.flatMap((each) => each.sessions)
  const page = paper.sheet(file, chance.pick(['服务过程', '面谈记录']))
  paper.title(page, '个案面谈记录', { wide: 6, column: hand.right ?? 0 })
  if (layout === 'merged')
    writeTable(
      page,
      file,
      [...who, ...own],
      sessions,
      { ...hand, pages: undefined, joins: { heads: [numbered, named], how: 'merged' } },
      finds,
    )
  else
    writeTable(
      page,
      file,
      [...who, ...own],
      sessions.toSorted((a, b) => (a.day < b.day ? -1 : 1)),
      hand,
      finds,
    )
}
