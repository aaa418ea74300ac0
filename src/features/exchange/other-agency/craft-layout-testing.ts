import type { Marked } from './mark-testing.ts'
import { type Column, writeTable } from './page-testing.ts'
import type { Paper } from './paper-testing.ts'
import type { Elder } from './register-testing.ts'
import type { Exhibition, Lesson, Piece, Sale } from './resource-testing.ts'

export function writeCrafts(paper: Paper) {
  const { pen, chance, finds, hand, world } = paper
  const { lessons, pieces, exhibitions, sales } = world.crafts
  const file = chance.pick(['非遗手工.xlsx', '手工坊.xlsx'])
  const heads = {
    lesson: chance.pick(['课次编号', '课程编号', '课号']),
    piece: chance.pick(['作品编号', '作品号']),
    show: chance.pick(['展销编号', '展销会编号', '义卖编号']),
    maker: chance.pick(['制作人', '作者', '制作老人']),
  }
  const title = lessons[0] === undefined ? '' : lessons[0].place.name
  const page = (sheet: string, heading: string) => {
    const made = paper.sheet(file, sheet)
    paper.title(made, heading, { wide: 4, column: hand.right ?? 0 })
    return made
  }
  const lessonColumns: Column<Lesson>[] = [
    { head: heads.lesson, of: ({ number }) => number },
    { head: chance.pick(['上课日期', '授课时间', '日期']), of: ({ day }) => pen.day(day, { inside: true }) },
    { head: chance.pick(['课程内容', '手工项目', '项目']), of: ({ craft }) => craft },
    { head: chance.pick(['授课老师', '传承人']), of: ({ teacher }) => teacher },
    { head: chance.pick(['参加人数', '到课人数']), of: ({ people }) => pen.count(people.length, '人') },
  ]
  writeTable(page('课程安排', `${title}手工艺课程安排`), file, lessonColumns, lessons, hand, finds)
  type Present = Marked & { readonly of: Lesson; readonly elder: Elder }
  const present: Column<Present>[] = [
    { head: heads.lesson, of: ({ of }) => of.number },
    { head: '日期', of: ({ of }) => pen.day(of.day, { inside: true }) },
    { head: chance.pick(['学员姓名', '姓名']), field: 'name', of: ({ elder }) => pen.name(elder.name) },
    { head: '社区', of: ({ of }) => pen.place(of.place) },
    { head: chance.pick(['签名', '签到']), of: () => '√' },
  ]
  const everybody = lessons.flatMap((of) => of.people.map((elder): Present => ({ of, elder, marks: [] })))
  writeTable(page('上课签到', '手工课签到表'), file, present, everybody, hand, finds)
  const pieceColumns: Column<Piece>[] = [
    { head: heads.piece, of: ({ number }) => number },
    { head: chance.pick(['作品名称', '种类']), of: ({ craft }) => craft },
    { head: heads.maker, of: ({ maker }) => pen.name(maker.name) },
    { head: chance.pick(['定价（元）', '标价']), of: ({ price }) => pen.money(price) },
  ]
  writeTable(page('作品', '手工作品登记'), file, pieceColumns, pieces, hand, finds)
  const shows: Column<Exhibition>[] = [
    { head: heads.show, of: ({ number }) => number },
    { head: chance.pick(['展销日期', '日期']), of: ({ day }) => pen.day(day, { inside: true }) },
    { head: chance.pick(['地点', '展销地点']), of: ({ where }) => where },
  ]
  writeTable(page('展销', '展销活动安排'), file, shows, exhibitions, hand, finds)
  const sold: Column<Sale>[] = [
    { head: heads.piece, of: ({ piece }) => piece.number },
    { head: heads.show, of: ({ at }) => at.number },
    { head: '日期', of: ({ at }) => pen.day(at.day, { inside: true }) },
    { head: heads.maker, of: ({ piece }) => pen.name(piece.maker.name) },
    { head: chance.pick(['成交价', '售价（元）']), of: ({ price }) => pen.money(price) },
    { head: chance.pick(['老人所得', '付给制作人（元）', '返还老人（元）']), field: 'income', of: ({ income }) => pen.money(income) },
  ]
  writeTable(page('销售', '作品销售登记'), file, sold, sales, { ...hand, total: '合计' }, finds)
}
