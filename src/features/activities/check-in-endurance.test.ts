import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { attendanceIdSchema, serviceIdSchema, type ServiceId } from '../../kernel/ids.ts'
import { openTestHouse, type Caller } from '../../testing/house.ts'
import { addPersons, register, testPerson, type TestPerson } from '../../testing/ledger.ts'
import { addProjectTo, community } from '../../testing/project.ts'
import { blankPlan } from './activity-rules.ts'
import { openActivity, planActivity } from './activity-schema.ts'
import { checkIn, checkInChild, countHeads, openRoll } from './attend-schema.ts'
import { asTried, nextOf, withNew, without, type Kept, type Sending } from './outbox-rules.ts'

// Four telephones at the doors of a hall with a bad network, each with the queue that telephones have.

/** Numbers between 0 and 1, the same ones for a seed. */
function randomFrom(seed: number): () => number {
  let at = seed
  return () => {
    at = (Math.imul(at, 1_664_525) + 1_013_904_223) >>> 0
    return at / 4_294_967_296
  }
}

const sendWith = (phone: Caller, { operationId, sending }: Kept): Promise<unknown> => {
  switch (sending.to) {
    case 'checkIn':
      return phone.ask(checkIn, sending.input, { operationId })
    case 'child':
      return phone.ask(checkInChild, sending.input, { operationId })
    case 'heads':
      return phone.ask(countHeads, sending.input, { operationId })
  }
}

/** Does all of these at a telephone, of whose requests and answers some are lost. How many tries it took. */
async function work(phone: Caller, doings: readonly Sending[], random: () => number): Promise<number> {
  let kept: readonly Kept[] = []
  let tries = 0
  const sendAll = async () => {
    for (let next = nextOf(kept); next !== undefined; next = nextOf(kept)) {
      kept = asTried(kept, next.operationId)
      tries++
      const luck = random()
      if (luck < 0.15) return
      await sendWith(phone, next)
      // The server has it, and the telephone does not know: it will send it again.
      if (luck < 0.3) return
      kept = without(kept, next.operationId)
    }
  }
  for (const sending of doings) {
    kept = withNew(kept, { operationId: v7(), sending })
    await sendAll()
  }
  while (kept.length > 0) await sendAll()
  return tries
}

test('300 people check in at four telephones at once over a network that loses requests and answers: none lost, none twice', async () => {
  const house = await openTestHouse()
  try {
    const here = community('旭东社区')
    const projectId = await addProjectTo(house, [here])
    const elders: TestPerson[] = Array.from({ length: 300 }, (_one, at) => testPerson(`老人${at}`, { communityCode: here }))
    await house.write(async (tx) => {
      await addPersons(tx, house.tenantId, elders)
      await register(tx, house.tenantId, projectId, 'elder', elders)
    })
    const phones = await Promise.all([1, 2, 3, 4].map(() => house.signedIn([{ role: 'socialWorker', projectId }])))
    const [planner] = phones
    if (planner === undefined) throw new Error('No telephone.')
    const id: ServiceId = serviceIdSchema.parse(v7())
    await planner.ask(planActivity, {
      id,
      projectId,
      title: '重阳节千叟宴',
      communityCode: here,
      day: daySchema.parse('2024-10-11'),
      startsAt: '09:00',
      minutes: 120,
      place: '广场',
      worker: '刘社工',
      line: 'cultural',
      themes: ['festival', 'intergenerational'],
      contributions: [],
      plan: {
        ...blankPlan,
        guardian: { school: '实验小学', keptBy: 'school', agreedOn: daySchema.parse('2024-10-08'), children: 40 },
      },
    })
    // Two doors, two telephones at each, one list for each door, begun from both ends: nearly everybody is ticked at both.
    const doingsOf = (phone: number): Sending[] => {
      const mine = elders.filter((_one, at) => at % 2 === phone % 2)
      const list = phone < 2 ? mine : mine.toReversed()
      return list.flatMap((elder, at): Sending[] => [
        {
          to: 'checkIn',
          input: {
            serviceId: id,
            means: 'list',
            at: null,
            people: [{ id: attendanceIdSchema.parse(v7()), personId: elder.id, part: 'beneficiary' }],
          },
        },
        ...(at % 5 === 0 ? [{ to: 'heads' as const, input: { serviceId: id, by: 1 } }] : []),
        ...(at % 15 === 0
          ? [{ to: 'child' as const, input: { serviceId: id, id: attendanceIdSchema.parse(v7()), calledBy: '小明', at: null } }]
          : []),
      ])
    }
    const all = [0, 1, 2, 3].map(doingsOf)
    const tries = await Promise.all(phones.map((phone, at) => work(phone, all[at] ?? [], randomFrom(20_241_011 + at))))
    // Not a quiet network: hundreds of tries were lost, or their answers.
    expect(tries.reduce((sum, n) => sum + n, 0)).toBeGreaterThan(800)

    const { present, unnamedCount } = await planner.ask(openRoll, { id })
    const known = present.filter(({ personId }) => personId !== null)
    expect(known).toHaveLength(300)
    expect(new Set(known.map(({ personId }) => personId))).toEqual(new Set(elders.map((elder) => elder.id)))
    expect(present.filter(({ part }) => part === 'child')).toHaveLength(40)
    expect(unnamedCount).toBe(120)
    expect((await planner.ask(openActivity, { id })).heads).toMatchObject({ beneficiary: 300, child: 40, unnamed: 120 })
  } finally {
    await house.close()
  }
})
