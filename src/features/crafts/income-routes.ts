import { canReachInto } from '../../kernel/reach.ts'
import type { PersonId, ProjectId, ServiceId } from '../../kernel/ids.ts'
import { maskedName } from '../../kernel/masks.ts'
import { absent, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { paperFile } from '../../server/paper.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { maySeeNames } from '../identity/role-rules.ts'
import { serviceFor } from '../ledger/open-routes.ts'
import { paperHeadOf } from '../ledger/store.ts'
import { findFile } from '../people/store.ts'
import { findProject } from '../projects/store.ts'
import * as schema from './income-schema.ts'
import { mayPay, statementOf } from './sale-rules.ts'
import { statementPaper } from './statement-paper-rules.ts'
import * as store from './store.ts'
import * as write from './write-store.ts'

export const outside = no(
  'crafts.outside',
  { zh: '不在您负责的社区或项目内。', en: 'Not in your communities or projects.' },
  { sort: 'forbidden' },
)
export const aProject = { zh: '这个项目', en: 'project' }
const aSale = { zh: '这笔销售', en: 'sale' }

/** A sale that was recorded here, within the reach. */
export async function saleFor(call: SignedInCall<unknown>, id: ServiceId) {
  const service = await serviceFor(call, id)
  if (!service.ok) return service
  const [sale] = await store.lockSales(call.tx, call.tenantId, [id])
  return sale === undefined || sale.paid === 'book' ? absent(aSale) : yes({ sale, service: service.value })
}

/** A maker's sales with what they add up to. */
async function makerFor(call: SignedInCall<unknown>, projectId: ProjectId, personId: PersonId) {
  const { tx, tenantId, reach } = call
  call.note({ subject: `person:${personId}` })
  if ((await findProject(tx, tenantId, projectId)) === undefined) return absent(aProject)
  const file = await findFile(tx, tenantId, personId, reach)
  if (file === undefined) return absent({ zh: '这个人的档案', en: 'person' })
  if (!file.isWithin || !canReachInto(reach, projectId)) return outside
  const learner = (await store.listLearners(tx, tenantId, projectId, { whole: true })).find((one) => one.personId === personId)
  const sales = await store.listSalesOf(tx, tenantId, projectId, personId)
  const name = await store.getName(tx, tenantId, personId)
  return yes({
    name: maySeeNames(call.actor.grants) ? name : maskedName(name),
    lessons: learner?.lessons ?? 0,
    sales,
    ...statementOf(sales),
  })
}

/** What sales brought their makers: told, paid, acknowledged, printed. */
export const incomeRoutes = [
  route(schema.openMaker, (call) => makerFor(call, call.input.projectId, call.input.personId)),

  route(schema.payMaker, async (call) => {
    const { tx, tenantId, input, actor, today } = call
    const found: Verdict<{ service: { project_id: ProjectId } }>[] = []
    for (const id of input.saleIds) {
      const sale = await saleFor(call, id)
      if (!sale.ok) return sale
      found.push(sale)
    }
    const [first] = found
    const sales = await store.lockSales(tx, tenantId, input.saleIds)
    const may = mayPay(sales, input.amountFen)
    if (!may.ok) return may
    const makerId = sales[0]?.makerId
    if (first?.ok !== true || makerId === undefined || makerId === null) return absent(aSale)
    if (input.paidOn > today)
      return no('crafts.ahead', { zh: '付款日期在今天之后。', en: 'The day lies ahead.' }, { field: 'paidOn', sort: 'invalid' })
    call.note({ details: { sales: sales.length } })
    const { saleIds: _ids, ...payment } = input
    await write.addPayment(
      tx,
      tenantId,
      { ...payment, projectId: first.value.service.project_id, personId: makerId },
      sales,
      actor.accountId,
    )
    return yes({ id: input.id })
  }),

  route(schema.undoPayment, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await saleFor(call, input.saleId)
    if (!found.ok) return found
    const { paymentId } = found.value.sale
    if (paymentId === null) return no('crafts.notPaid', { zh: '这笔还没有付款。', en: 'This has not been paid.' })
    call.note({ reason: input.reason })
    const sales = await store.listSalesOfPayment(tx, tenantId, paymentId)
    await write.undoPayment(
      tx,
      tenantId,
      paymentId,
      sales.map(({ id }) => id),
      input.reason,
      actor.accountId,
    )
    return yes({})
  }),

  route(schema.printStatement, async (call) => {
    const { projectId, personId, format } = call.input
    const found = await makerFor(call, projectId, personId)
    if (!found.ok) return found
    const head = await paperHeadOf(call.tx, call.tenantId, projectId)
    return paperFile(call, format, '手工艺收入明细', statementPaper({ ...head, ...found.value, today: call.today }))
  }),
]
