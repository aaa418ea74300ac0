// The yardstick of matching, alone: `node launch.mjs run bench/matching.ts` or with a part of it, `… bench/matching.ts 0.2`.
import { loadavg } from 'node:os'
import { assign, type Step } from '../src/features/linkage/assignment-worker.ts'
import { gapOf } from '../src/features/linkage/assignment-rules.ts'
import type { GiverFacts, Market, NeedFacts } from '../src/features/linkage/market-rules.ts'
import { daySchema } from '../src/kernel/day.ts'
import { randomFrom } from './random.ts'

const day = daySchema.parse('2025-01-10')
const random = randomFrom(7)
const chance = (): number => random(1)
const among = (n: number): number => Math.floor(chance() * n)
const pick = <T>(all: readonly [T, ...T[]]): T => all[among(all.length)] ?? all[0]

const skills = ['', '', '理发', '陪诊', '维修', '聊天', '书法', '送餐', '手机', '义诊'] as const
const share = Number(process.argv[2] ?? 1)
const places = Array.from({ length: 40 }, (_, at) => ({
  code: `2111020${String(1 + Math.floor(at / 5)).padStart(2, '0')}${String(1 + (at % 5)).padStart(3, '0')}`,
  name: `第${at + 1}社区`,
  town: null,
}))
const codeOf = (): string => places[among(places.length)]?.code ?? ''

const needs = Array.from({ length: 5000 * share }, (_, at): NeedFacts => {
  const kind = pick(['service', 'time', 'skill', 'goods'] as const)
  return {
    id: `n${at}`,
    kind,
    skill: kind === 'goods' ? '' : pick(skills),
    quantity: kind === 'goods' ? 1 + among(20) : 1,
    unit: null,
    communityCode: codeOf(),
    times: { days: pick([[], [], [6, 7], [1, 3], [2]]), parts: pick([[], ['morning'], ['afternoon']]) },
    needsVetting: chance() < 0.7,
    priority: pick(['usual', 'usual', 'high', 'urgent']),
    personId: `p${at}`,
  }
})
const volunteers = Array.from({ length: 2000 * share }, (_, at): GiverFacts => ({
  sort: 'volunteer',
  giver: { sort: 'volunteer', id: `v${at}` },
  personId: `q${at}`,
  communityCode: codeOf(),
  areas: pick(['', '', '不限', '第7社区、第8社区']),
  left: 1 + among(3),
  skills: [pick(skills), pick(skills)].join('、'),
  times: pick([null, { days: [6, 7], parts: [] }, { days: [], parts: ['morning'] }, { days: [1, 2, 3, 4, 5], parts: [] }]),
  recent: among(4),
  standing: {
    birthDate: null,
    vettedUntil: chance() < 0.8 ? daySchema.parse('2025-12-31') : null,
    insuredUntil: null,
    agreedOn: null,
    guardianConsent: false,
    dataConsentOn: null,
    endedOn: null,
  },
}))
const resources = Array.from({ length: 400 * share }, (_, at): GiverFacts => ({
  sort: 'resource',
  giver: { sort: 'resource', id: `r${at}` },
  kind: pick(['service', 'goods', 'goods', 'staff', 'skill']),
  unit: null,
  communities: chance() < 0.5 ? [] : [codeOf(), codeOf()],
  communityCode: null,
  left: 1 + among(60),
  skills: pick(skills),
  times: { days: [], parts: [] },
  recent: among(4),
  freshness: pick(['fresh', 'fresh', 'stale']),
  validFrom: null,
}))
const market: Market = { needs, givers: [...resources, ...volunteers], places, asOf: day, met: new Map(), forbidden: new Set() }

const load = loadavg().map((one) => one.toFixed(1))
const took: Partial<Record<Step, number>> = {}
let last: { step: Step; at: number } | undefined
const began = performance.now()
const cpu = process.cpuUsage()
const { given, worth, bound, rounds } = await assign(market, { perVolunteer: 3, pins: [] }, (step) => {
  const at = performance.now()
  if (last !== undefined) took[last.step] = (took[last.step] ?? 0) + at - last.at
  last = { step, at }
})
const ended = performance.now()
if (last !== undefined) took[last.step] = (took[last.step] ?? 0) + ended - last.at
const used = process.cpuUsage(cpu)
const seconds = (millis: number | undefined): string => ((millis ?? 0) / 1000).toFixed(1)
console.log(
  `${needs.length} needs, ${volunteers.length} volunteers, ${resources.length} resources: ${given.length} pairs in ${seconds(ended - began)} s ` +
    `(comparing ${seconds(took.scoring)}, auction ${seconds(took.pricing)}, HiGHS ${seconds(took.solving)} in ${rounds} rounds; ` +
    `processor ${seconds((used.user + used.system) / 1000)} s), gap ${(gapOf(worth, bound) * 100).toFixed(4)} %   ` +
    `bar: at most 20 s, 1 %   load before: ${load.join(' ')}`,
)
