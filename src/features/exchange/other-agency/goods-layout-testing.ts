import type { HandOut, Lot, StockLine } from './goods-testing.ts'
import type { Marked } from './mark-testing.ts'
import { type Column, writeTable } from './page-testing.ts'
import type { Paper } from './paper-testing.ts'

export type GoodsLayout = 'three sheets' | 'one flow'

export function writeGoods(paper: Paper, layout: GoodsLayout) {
  const { pen, chance, finds, hand, world } = paper
  const file = chance.pick(['物资管理.xlsx', '爱心物资.xlsx'])
  const heads = { lot: chance.pick(['批次', '批次号', '物资批次']), item: chance.pick(['品名', '物资名称']) }
  const names = (row: HandOut) => row.elders.map(({ name }) => name).join(chance.pick(['、', ' ', '，']))
  const lines = world.lots.flatMap((lot) => lot.lines).toSorted((a, b) => (a.day < b.day ? -1 : 1))
  const household: Column<HandOut>[] = [
    { head: chance.pick(['社区', '发放社区', '所属社区']), of: ({ place }) => pen.place(place) },
    ...(paper.traits.households
      ? [{ head: chance.pick(['户号', '户编号']), of: ({ says, household }: HandOut) => (says === 'head' ? undefined : household) }]
      : []),
    { head: chance.pick(['户主', '户主姓名']), of: ({ says, head }) => (says === 'number' ? undefined : head) },
    { head: chance.pick(['受益老人', '领取老人', '发放对象']), field: 'name', of: names },
  ]
  if (layout === 'three sheets') {
    const received = paper.sheet(file, chance.pick(['入库', '捐赠接收']))
    paper.title(received, '捐赠物资接收登记', { wide: 6, column: hand.right ?? 0 })
    const lots: Column<Lot>[] = [
      { head: heads.lot, of: ({ number }) => number },
      { head: chance.pick(['捐赠方', '捐赠单位（个人）', '来源']), of: ({ donor }) => donor },
      { head: heads.item, of: ({ item }) => item },
      { head: chance.pick(['数量', '接收数量']), of: ({ quantity, unit }) => pen.count(quantity, unit) },
      { head: '单位', of: ({ unit }) => unit },
      { head: chance.pick(['单价', '单价（元）', '折合单价']), of: ({ price }) => pen.money(price) },
      { head: chance.pick(['金额', '总价（元）', '折合金额']), of: ({ price, quantity }) => Math.round(price * quantity * 100) / 100 },
      {
        head: chance.pick(['有效期至', '保质期至', '到期日期']),
        field: 'expiresOn',
        of: ({ expiresOn }) => (expiresOn === undefined ? '/' : pen.day(expiresOn)),
      },
      { head: chance.pick(['接收日期', '捐赠日期', '入库日期']), of: ({ receivedOn }) => pen.day(receivedOn, { inside: true }) },
      { head: chance.pick(['经办人', '接收人']), of: ({ receivedBy }) => receivedBy },
    ]
    writeTable(received, file, lots, world.lots, hand, finds)
    const given = paper.sheet(file, chance.pick(['发放', '领取登记']))
    paper.title(given, '慰问物资发放登记', { wide: 6, column: hand.right ?? 0 })
    const out: Column<HandOut>[] = [
      { head: chance.pick(['发放日期', '领取时间']), of: ({ day }) => pen.day(day, { inside: true }) },
      { head: heads.lot, of: ({ lot }) => lot().number },
      ...household,
      { head: heads.item, of: ({ lot }) => lot().item },
      { head: chance.pick(['数量', '发放数量']), of: ({ quantity, lot }) => pen.count(quantity, lot().unit) },
      { head: '单位', of: ({ lot }) => lot().unit },
      { head: chance.pick(['领取方式', '代领情况']), of: ({ takenBy }) => takenBy },
      { head: chance.pick(['签收', '领取人签字']), of: () => '√' },
    ]
    writeTable(given, file, out, lines, hand, finds)
  } else {
    const page = paper.sheet(file, '出入库流水')
    paper.title(page, '爱心物资出入库台账', { wide: 6, column: hand.right ?? 0 })
    type Move = Marked & { readonly day: Lot['receivedOn']; readonly lot: Lot; readonly out: HandOut | undefined }
    const moves = [
      ...world.lots.map((lot): Move => ({ day: lot.receivedOn, lot, out: undefined, marks: lot.marks })),
      ...lines.map((out): Move => ({ day: out.day, lot: out.lot(), out, marks: out.marks })),
    ].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.out === undefined ? -1 : 1))
    const columns: Column<Move>[] = [
      { head: '日期', of: ({ day }) => pen.day(day, { inside: true }) },
      { head: chance.pick(['类型', '出/入库', '收发类别']), of: ({ out }) => (out === undefined ? '入库' : '出库') },
      { head: heads.lot, of: ({ lot }) => lot.number },
      { head: heads.item, of: ({ lot }) => lot.item },
      { head: '数量', of: ({ out, lot }) => out?.quantity ?? lot.quantity },
      { head: '单位', of: ({ lot }) => lot.unit },
      { head: '单价（元）', of: ({ out, lot }) => (out === undefined ? lot.price : undefined) },
      {
        head: '保质期至',
        field: 'expiresOn',
        of: ({ out, lot }) => (out === undefined && lot.expiresOn !== undefined ? pen.day(lot.expiresOn) : undefined),
      },
      { head: '捐赠方', of: ({ out, lot }) => (out === undefined ? lot.donor : undefined) },
      ...household.map(({ head, of }) => ({ head, of: ({ out }: Move) => (out === undefined ? undefined : of(out)) })),
      { head: '经手人', of: ({ lot }) => lot.receivedBy },
    ]
    writeTable(page, file, columns, moves, hand, finds)
  }
  type Count = StockLine & { readonly of: Lot }
  const stock = paper.sheet(file, chance.pick(['盘点', '期末库存']))
  paper.title(stock, '期末物资盘点表', { wide: 5, column: hand.right ?? 0 })
  const counts: Column<Count>[] = [
    { head: heads.lot, of: ({ of }) => of.number },
    { head: heads.item, of: ({ of }) => of.item },
    { head: chance.pick(['入库数', '接收数量']), of: ({ of }) => of.quantity },
    { head: chance.pick(['发放数', '已发放']), of: ({ handedOut }) => handedOut },
    { head: chance.pick(['损耗', '报损']), of: ({ damaged }) => damaged },
    { head: chance.pick(['库存', '结余', '实际库存']), field: 'remaining', of: ({ remaining }) => remaining },
  ]
  writeTable(
    stock,
    file,
    counts,
    world.lots.map((lot): Count => ({ ...lot.count, of: lot })),
    hand,
    finds,
  )
}
