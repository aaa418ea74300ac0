import { ageOn } from '../../../kernel/day.ts'
import { hardshipWords, type HardshipCode } from '../../people/hardship-schema.ts'
import type { Written } from '../book-testing.ts'
import { type Column, line, writeTable } from './page-testing.ts'
import type { Paper } from './paper-testing.ts'
import type { Place, RegisterLine } from './register-testing.ts'

export type RegisterLayout = 'one sheet' | 'sheets with ticks' | 'parts' | 'files' | 'households merged'

const otherWords: Readonly<Partial<Record<HardshipCode, readonly string[]>>> = {
  DB: ['低保户', '享受低保', '低保'],
  TK: ['特困供养', '五保'],
  DBB: ['低保边缘户', '低边'],
  DJ: ['独居老人', '独居'],
  KC: ['空巢老人', '空巢'],
  LS: ['留守老人'],
  GL: ['高龄老人', '80岁以上'],
  SN: ['失能'],
  BSN: ['半失能', '部分失能'],
  CJ: ['残疾人', '持证残疾人'],
  JSTS: ['失独家庭', '计生特殊家庭'],
  SO: ['丧偶'],
}

const ticked: readonly HardshipCode[] = ['DB', 'TK', 'DBB', 'DJ', 'KC', 'LS', 'GL', 'SN', 'BSN', 'CJ', 'JSTS', 'SO']

function numberOf({ number }: RegisterLine): Written {
  return number === undefined ? undefined : 'cell' in number ? number.cell : number.text
}

function columnsOf(
  { pen, chance, traits, world }: Paper,
  more: { readonly place: boolean; readonly ticks: boolean },
): Column<RegisterLine>[] {
  const separator = chance.pick(['、', '，', ' ', '/', ';'])
  const yes = chance.pick([
    ['是', '否'],
    ['√', undefined],
    ['1', '0'],
    ['有', '无'],
  ] as const)
  const listed = (line: RegisterLine): Written =>
    line.elder.labels.length === 0
      ? chance.pick([undefined, '无'])
      : line.elder.labels.map((code) => chance.pick(otherWords[code] ?? [hardshipWords[code].zh])).join(separator)
  const group = chance.pick(['困难类别', '特殊情况（可多选）', '人员类别'])
  return [
    ...(more.place
      ? [{ head: chance.pick(['社区', '所属村（社区）', '社区/村', '所在社区名称']), of: ({ place }: RegisterLine) => pen.place(place) }]
      : []),
    { head: chance.pick(['服务对象姓名', '长者姓名', '姓名', '老年人姓名', '姓  名']), field: 'name', of: ({ name }) => pen.name(name) },
    { head: chance.pick(['性别', '性 别']), field: 'sex', of: ({ sex }) => pen.sex(sex) },
    { head: chance.pick(['公民身份号码', '身份证号码', '证件号码', '居民身份证号']), field: 'idNumber', of: numberOf },
    ...(traits.births
      ? [
          {
            head: chance.pick(['出生日期', '出生年月日', '生日']),
            field: 'birth',
            of: ({ birth }: RegisterLine) => (typeof birth === 'string' ? pen.birth(birth) : birth.text),
          },
        ]
      : [{ head: chance.pick(['年龄', '周岁', '年龄（岁）']), of: ({ elder }: RegisterLine) => ageOn(elder.birth, world.period.from) }]),
    { head: chance.pick(['联系方式1', '联系电话', '手机号码', '本人电话']), field: 'phone', of: ({ phone }) => pen.phone(phone) },
    { head: chance.pick(['户籍地址', '现居住地址', '详细住址']), of: ({ household }) => household.address },
    { head: chance.pick(['居住状态', '居住情况', '同住人员']), of: ({ elder }) => (elder.labels.includes('DJ') ? '独居' : '与配偶同住') },
    ...(traits.households
      ? [
          { head: chance.pick(['户主', '户主姓名']), of: ({ household }: RegisterLine) => pen.name(household.head) },
          {
            head: chance.pick(['户号', '家庭户编号', '户编号']),
            field: 'householdNumber',
            of: ({ household, numbered }: RegisterLine) => (numbered ? household.number : undefined),
          },
        ]
      : []),
    ...(more.ticks
      ? ticked.map((code) => ({
          head: (otherWords[code] ?? [''])[0] ?? '',
          group,
          of: ({ elder }: RegisterLine): Written => (elder.labels.includes(code) ? yes[0] : yes[1]),
        }))
      : [{ head: chance.pick(['享受政策', '困难类型', '人员类别', '救助类别']), of: listed }]),
    {
      head: chance.pick(['残疾等级', '残疾类别及等级', '残疾情况']),
      of: ({ elder: { disability } }) =>
        disability === undefined ? undefined : `${disability.category}${'一二三四'[disability.grade - 1]}级`,
    },
    { head: chance.pick(['入册时间', '登记日期', '建档时间']), of: ({ registeredOn }) => pen.day(registeredOn) },
    { head: '备注', of: () => undefined },
  ]
}

const byPlace = (paper: Paper): [Place, RegisterLine[]][] =>
  paper.world.places.map((place) => [place, paper.world.register.filter((line) => line.place === place)])

export function writeRegister(paper: Paper, layout: RegisterLayout) {
  const { chance, finds, hand, world } = paper
  const title = chance.pick(['困境老人信息登记台账', '老年人服务对象名册', '困难老人花名册', '特殊困难老年人摸底表'])
  if (layout === 'one sheet') {
    const file = chance.pick(['服务对象名册.xlsx', '老人信息.xlsx'])
    const page = paper.sheet(file, chance.pick(['Sheet1', '汇总', '名册']))
    paper.title(page, title, { wide: 12, column: hand.right ?? 0 })
    writeTable(
      page,
      file,
      columnsOf(paper, { place: true, ticks: chance.likely(0.4) }),
      chance.shuffle(byPlace(paper)).flatMap(([, lines]) => lines),
      hand,
      finds,
    )
  } else if (layout === 'sheets with ticks') {
    const file = '各社区老人台账.xlsx'
    const columns = columnsOf(paper, { place: false, ticks: true })
    for (const [at, [place, lines]] of chance.shuffle(byPlace(paper)).entries()) {
      const page = paper.page(file, chance.likely(0.5) ? `${at + 1}.${place.name.replace(/社区$/, '')}` : place.name)
      paper.title(page, `${place.street}${place.name}${title}`, { wide: 10, column: hand.right ?? 0 })
      if (chance.likely(0.5))
        line(page, `填报单位：${place.name}    填报人：${world.paper.agency.slice(0, 2)}    填报时间：${world.period.from}`, {
          column: hand.right ?? 0,
        })
      writeTable(page, file, columns, lines, hand, finds)
    }
  } else if (layout === 'parts') {
    const file = '全部老人.xlsx'
    const page = paper.sheet(file, '名册')
    paper.title(page, title, { wide: 12 })
    const ordered = byPlace(paper).flatMap(([, lines]) => lines)
    const parts = { of: ({ place }: RegisterLine) => `${'一二三四五'[world.places.indexOf(place)]}、${place.name}`, sum: true }
    writeTable(page, file, columnsOf(paper, { place: false, ticks: false }), ordered, { ...hand, right: 0, parts }, finds)
  } else if (layout === 'files') {
    const columns = columnsOf(paper, { place: false, ticks: false })
    for (const [place, lines] of byPlace(paper)) {
      const file = `${place.name}老人名册.csv`
      const page = paper.page(file, undefined)
      if (chance.likely(0.7)) paper.title(page, `${place.name}${title}`)
      writeTable(page, file, columns, lines, { numbered: true }, finds)
    }
  } else {
    const file = '分户台账.xlsx'
    for (const [place, lines] of byPlace(paper)) {
      const page = paper.page(file, place.name)
      paper.title(page, `${place.name}${title}`, { wide: 10 })
      const columns = columnsOf(paper, { place: false, ticks: false })
      const heads = columns.filter(({ head }) => /户主/.test(head) || /址/.test(head)).map(({ head }) => head)
      writeTable(page, file, columns, lines, { ...hand, right: 0, joins: { heads, how: 'merged' } }, finds)
    }
  }
}
