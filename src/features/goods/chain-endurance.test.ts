import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import type { OrganisationId, PersonId, ProjectId } from '../../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { addProjectTo, community } from '../../testing/project.ts'
import { openService } from '../ledger/schema.ts'
import { addElderOf, addFirm, listFor, receiveRice, share } from './goods-testing.ts'
import { openLot } from './lot-schema.ts'
import { openRound } from './round-schema.ts'

let house: TestHouse
let manager: Caller
let firm: OrganisationId
let projectId: ProjectId
const people: PersonId[] = []
const communityCode = community('旭东社区')
const day = daySchema.parse('2024-10-12')

beforeAll(async () => {
  house = await openTestHouse()
  projectId = await addProjectTo(house, [communityCode])
  manager = await house.signedIn([{ role: 'manager', projectId }])
  firm = await addFirm(manager, '丰禾米业')
  for (let n = 0; n < 6; n++) people.push(await addElderOf(manager, { projectId, communityCode }, `何${n}`, null))
})
afterAll(() => house.close())

/** Numbers that look random and are the same each time. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

test('six hundred random acts in forty histories, three at once through the server, leave every lot in balance and the ledger in step', async () => {
  for (let history = 0; history < 40; history++) {
    const roll = dice(history + 1)
    const lotId = await receiveRice(manager, projectId, firm, 3 + roll(6))
    const roundId = await listFor(manager, { projectId, communityCode }, lotId, people)
    const act = async () => {
      const lot = await manager.ask(openLot, { id: lotId })
      const places = ['库房', '二楼']
      switch (roll(6)) {
        case 0:
        case 1: {
          const { list } = await manager.ask(openRound, { id: roundId })
          const waiting = list.filter(({ handed }) => handed === null)
          const asked = { ...share(waiting[roll(Math.max(1, waiting.length))]?.key ?? v7()), quantity: 1 + roll(2) }
          return manager.post('goods.handOut', { roundId, shares: [asked] })
        }
        case 2: {
          const { list } = await manager.ask(openRound, { id: roundId })
          const handed = list.flatMap((one) => one.handed ?? [])[0]
          const to = { serviceId: handed?.serviceId ?? v7(), version: handed?.version ?? 1, reason: '登记错了' }
          return roll(2) === 0
            ? manager.post('goods.undoHandOut', to)
            : manager.post('goods.return', { ...to, id: v7(), quantity: 1, day, place: '库房' })
        }
        case 3:
          return manager.post('goods.lose', { id: v7(), lotId, day, place: places[roll(2)], quantity: 1, cause: 'damaged', reason: '破了' })
        case 4:
          return manager.post('goods.move', { id: v7(), lotId, day, from: places[roll(2)], to: places[roll(2)], quantity: 1 + roll(3) })
        default: {
          const undoable = lot.movements.find(({ to, undone, undoes }) => to === 'lost' && !undone && undoes === null)
          return manager.post('goods.undoMovement', { id: v7(), lotId, seq: undoable?.seq ?? 1, reason: '其实没坏' })
        }
      }
    }
    for (let step = 0; step < 5; step++) {
      const answers = await Promise.all([act(), act(), act()])
      for (const { status, body } of answers) expect([200, 404, 409, 422], body).toContain(status)
    }
    const lot = await manager.ask(openLot, { id: lotId })
    expect(lot.received).toBe(lot.handedOut + lot.stock + lot.lost)
    expect(lot.places.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(lot.stock)
    let inLedger = 0
    for (const { serviceId } of lot.movements.filter(({ cause }) => cause === 'hand_out')) {
      if (serviceId === null) continue
      const service = await manager.ask(openService, { id: serviceId })
      if (service.status === 'held') inLedger += service.quantity ?? 0
    }
    expect(inLedger).toBe(lot.handedOut)
  }
}, 120_000)
