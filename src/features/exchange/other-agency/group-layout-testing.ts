import type { Written } from '../book-testing.ts'
import { type Group, type GroupMember, type GroupSession, isThere } from './group-testing.ts'
import type { Marked } from './mark-testing.ts'
import { type Column, line, nextRow, writeTable } from './page-testing.ts'
import type { Paper } from './paper-testing.ts'

export type GroupLayout = 'a sheet a group' | 'plan and roll apart' | 'days over the marks' | 'long'

const marks = {
  there: ['√', '✓', '出席'],
  late: ['迟到'],
  early: ['早退'],
  away: ['×', '缺席'],
  excused: ['请假', '事假'],
  blank: [undefined],
} as const

type Member = GroupMember & { readonly of: Group }
type Session = GroupSession & { readonly of: Group }

export function writeGroups(paper: Paper, layout: GroupLayout) {
  const { pen, chance, finds, hand, world } = paper
  const file = chance.pick(['小组工作.xlsx', '小组活动资料.xlsx'])
  const list = paper.sheet(file, chance.pick(['小组一览', '目录']))
  paper.title(list, '小组工作一览表', { wide: 5, column: hand.right ?? 0 })
  const columns: Column<Group>[] = [
    { head: chance.pick(['编号', '小组编号']), of: ({ number }) => number },
    { head: chance.pick(['小组名称', '小组主题']), of: ({ title }) => title },
    { head: chance.pick(['开展社区', '所在社区', '社区']), of: ({ place }) => pen.place(place) },
    { head: chance.pick(['总节数', '节数']), field: 'sessionCount', of: ({ sessions }) => pen.count(sessions.length, '节') },
    { head: chance.pick(['组员人数', '人数']), field: 'memberCount', of: ({ members }) => pen.count(members.length, '人') },
    { head: chance.pick(['带领社工', '负责社工']), of: ({ worker }) => worker },
    { head: '小组性质', of: ({ nature }) => nature },
  ]
  writeTable(list, file, columns, world.groups, { ...hand, total: '合计' }, finds)

  const mark = (presence: GroupMember['presence'][number] | undefined): Written =>
    presence === undefined ? undefined : chance.pick<Written>(marks[presence])
  const session: Column<Session>[] = [
    { head: chance.pick(['节次', '第几节']), of: ({ ordinal }) => chance.pick([ordinal, `第${ordinal}节`]) },
    { head: chance.pick(['活动日期', '时间', '日期']), of: ({ day }) => pen.day(day, { inside: true }) },
    { head: chance.pick(['主题', '本节主题']), of: ({ topic }) => topic },
    { head: '地点', of: ({ of }) => `${of.place.name}活动室` },
  ]
  const member: Column<Member>[] = [
    { head: chance.pick(['组员姓名', '姓名']), field: 'name', of: ({ elder }) => pen.name(elder.name) },
    { head: '性别', of: ({ elder }) => pen.sex(elder.sex) },
    { head: chance.pick(['手机后四位', '联系电话后4位']), of: ({ elder }) => (chance.likely(0.6) ? elder.phone.slice(-4) : undefined) },
  ]
  const title = <R extends Marked & { of: Group }>(): Column<R>[] => [
    { head: '小组编号', of: ({ of }) => of.number },
    { head: '小组名称', of: ({ of }) => of.title },
  ]
  const sessionsOf = (group: Group): Session[] => group.sessions.map((each) => ({ ...each, of: group }))
  const membersOf = (group: Group): Member[] => group.members.map((each) => ({ ...each, of: group }))
  const rollOf = (count: number, head: (at: number) => string): Column<Member>[] =>
    Array.from({ length: count }, (_, at) => ({ head: head(at), group: '出勤情况', of: ({ presence }: Member) => mark(presence[at]) }))
  const apart = world.groups.flatMap(sessionsOf)
  const everybody = world.groups.flatMap(membersOf)
  const most = Math.max(...world.groups.map(({ sessions }) => sessions.length))

  if (layout === 'plan and roll apart') {
    const plan = paper.sheet(file, '各节安排')
    paper.title(plan, '小组各节活动安排', { wide: 5 })
    writeTable(
      plan,
      file,
      [...title<Session>(), ...session],
      apart,
      { ...hand, pages: undefined, joins: { heads: ['小组编号', '小组名称'], how: chance.pick(['merged', 'blank'] as const) } },
      finds,
    )
    const roll = paper.sheet(file, '考勤')
    paper.title(roll, '小组组员考勤表', { wide: 5 })
    writeTable(
      roll,
      file,
      [...title<Member>(), ...member, ...rollOf(most, (at) => `第${at + 1}次`)],
      everybody,
      { ...hand, groups: 'merged' },
      finds,
    )
  } else if (layout === 'long') {
    const page = paper.sheet(file, '出勤明细')
    paper.title(page, '小组出勤明细', { wide: 5 })
    type Line = Marked & {
      readonly session: Session
      readonly of: Group
      readonly person: GroupMember
      readonly there: GroupMember['presence'][number] | undefined
    }
    const rows = apart.flatMap((each) =>
      each.of.members.map((person): Line => ({
        session: each,
        of: each.of,
        person,
        there: person.presence[each.ordinal - 1],
        quiet: !isThere(person.presence[each.ordinal - 1] ?? 'away'),
        marks: [],
      })),
    )
    writeTable<Line>(
      page,
      file,
      [
        { head: '小组名称', of: ({ of }) => of.title },
        { head: '节次', of: ({ session: { ordinal } }) => `第${ordinal}节` },
        { head: '日期', of: ({ session: { day } }) => pen.day(day, { inside: true }) },
        { head: '组员', of: ({ person: { elder } }) => pen.name(elder.name) },
        { head: '出勤', of: ({ there }) => (there === undefined || isThere(there) ? '√' : '请假') },
      ],
      rows,
      hand,
      finds,
    )
  } else {
    for (const [at, group] of world.groups.entries()) {
      const page = paper.page(file, layout === 'a sheet a group' ? group.number : `小组${at + 1}`)
      paper.title(page, `${group.title}签到考勤表`, { wide: 6 })
      line(page, `小组编号：${group.number}　　开展社区：${group.place.name}　　带领社工：${group.worker}`)
      line(page, `小组性质：${group.nature}`)
      const days = (n: number) => {
        const [, month = '', day = ''] = (group.sessions[n]?.day ?? '').split('-')
        return `${Number(month)}月${Number(day)}日`
      }
      if (layout === 'a sheet a group') {
        line(page, '一、活动安排', { down: 1 })
        writeTable(page, file, session, sessionsOf(group), {}, finds)
        line(page, '二、出勤记录', { down: 1 })
        writeTable(
          page,
          file,
          [...member, ...rollOf(group.sessions.length, (n) => `第${n + 1}节`)],
          membersOf(group),
          { from: nextRow(page), numbered: true },
          finds,
        )
      } else {
        writeTable(page, file, [...member, ...rollOf(group.sessions.length, days)], membersOf(group), { numbered: true }, finds)
      }
    }
  }
}
