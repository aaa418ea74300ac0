import { expect, test } from 'vitest'
import { checkClaims, type ClaimFigure } from './claim-rules.ts'
import { sentences } from './claim-sentences-testing.ts'

/** Figures like those of a project of 18 communities that has come to its end. */
const figures: readonly ClaimFigure[] = [
  { measure: 'direct_persons', value: 1900 },
  { measure: 'direct_times', value: 4120 },
  { measure: 'indirect_persons', value: 17_270 },
  { measure: 'register_persons', value: 2160 },
  { measure: 'register_households', value: 1480 },
  { measure: 'cases', value: 62 },
  { measure: 'case_closed', value: 55 },
  { measure: 'closure_rate', value: 88.7 },
  { measure: 'case_persons', value: 60 },
  { measure: 'sessions', value: 349 },
  { measure: 'groups', value: 12 },
  { measure: 'group_members', value: 130 },
  { measure: 'group_sessions', value: 74 },
  { measure: 'group_attendances', value: 688 },
  { measure: 'activities', value: 120 },
  { measure: 'activities_festival', value: 104 },
  { measure: 'activities_intergenerational', value: 33 },
  { measure: 'attendances', value: 1550 },
  { measure: 'attendances_festival', value: 1311 },
  { measure: 'activity_people', value: 980 },
  { measure: 'clinic_days', value: 24 },
  { measure: 'clinic_communities', value: 18 },
  { measure: 'clinic_visits', value: 912 },
  { measure: 'clinic_people', value: 836 },
  { measure: 'goods_batches', value: 63 },
  { measure: 'goods_households', value: 528 },
  { measure: 'goods_people', value: 716 },
  { measure: 'goods_units_out', value: 2140 },
  { measure: 'goods_value', value: 86_500 },
  { measure: 'visits_door', value: 1210 },
  { measure: 'visits_phone', value: 405 },
  { measure: 'visit_people', value: 640 },
  { measure: 'visit_households', value: 590 },
  { measure: 'volunteers', value: 210 },
  { measure: 'volunteer_families', value: 53 },
  { measure: 'vol_persons', value: 188 },
  { measure: 'shifts', value: 356 },
  { measure: 'hours_confirmed', value: 1068.5 },
  { measure: 'linkages', value: 53 },
  { measure: 'linkage_organisations', value: 31 },
  { measure: 'linkage_value', value: 128_000 },
  { measure: 'craft_lessons', value: 36 },
  { measure: 'craft_makers', value: 42 },
  { measure: 'craft_pieces', value: 317 },
  { measure: 'craft_sales', value: 23_460 },
  { measure: 'craft_exhibitions', value: 7 },
  { measure: 'respite_sessions', value: 96 },
  { measure: 'respite_carers', value: 45 },
  { measure: 'budget_total', value: 300_000 },
  { measure: 'expenses_total', value: 287_450 },
  { measure: 'activities', value: 9, at: '旌旗社区' },
  { measure: 'attendances', value: 117, at: '旌旗社区' },
  { measure: 'direct_persons', value: 122, at: '旌旗社区' },
  { measure: 'activities', value: 15, at: '2024年10月' },
]
const names = ['三千米社区', '六零后社区', '旌旗社区', '百家村']

test.each(sentences)('$text', ({ text, found }) => {
  const claims = checkClaims(text, { figures, names })
  expect(
    claims.map((claim) =>
      claim.is === 'foreign'
        ? `${claim.text}: foreign`
        : `${claim.text}: ${claim.is} ${claim.figure.measure}${claim.is === 'unit' && claim.means !== undefined ? ` not ${claim.means.measure}` : ''}`,
    ),
  ).toEqual(found)
})

test('there are as many sentences as were promised', () => expect(sentences.length).toBeGreaterThanOrEqual(200))
