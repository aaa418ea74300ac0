import { lineSchema, lineWords, type Line } from '../ledger/kind-schema.ts'
import { measures } from '../measures/measure-list-rules.ts'
import type { MeasureKey } from '../measures/measure-schema.ts'
import type { Block, Content, DraftFigure, Inline, Token } from './bulletin-schema.ts'
import { frozenIdSchema, type FigureRecord } from './figure-record-schema.ts'
import { printFigure } from './bulletin-text-rules.ts'
import { isTooFew } from './small-number-rules.ts'

/** What is said of each line of service, where it comes to anything: words before a figure and after it. */
const sayings: Record<Line, readonly (readonly [before: string, measure: MeasureKey, after: string])[]> = {
  mental: [
    ['个案面谈', 'sessions', ''],
    ['组建支持小组', 'groups', ''],
    ['小组组员', 'group_members', ''],
  ],
  cultural: [
    ['社区活动', 'activities', ''],
    ['其中节日活动', 'activities_festival', ''],
    ['代际活动', 'activities_intergenerational', ''],
    ['参加活动', 'attendances', ''],
  ],
  physical: [
    ['义诊', 'clinic_days', ''],
    ['义诊服务老人', 'clinic_people', ''],
  ],
  living: [
    ['发放物资', 'goods_batches', ''],
    ['送到', 'goods_households', '家庭'],
    ['惠及', 'goods_people', ''],
    ['手工艺课', 'craft_lessons', ''],
  ],
  social: [
    ['上门探访', 'visits_door', ''],
    ['志愿服务', 'shifts', ''],
    ['志愿家庭', 'volunteer_families', ''],
    ['链接资源', 'linkages', ''],
    ['喘息服务', 'respite_sessions', ''],
  ],
}

/** What a bulletin begins with. */
const main: readonly MeasureKey[] = ['direct_persons', 'direct_times', 'indirect_persons', 'activities', 'sessions', 'shifts', 'linkages']

export type Compose = {
  readonly project: { readonly name: string; readonly agency: string | null; readonly from: string; readonly to: string }
  readonly figures: readonly DraftFigure[]
  /** The last published bulletin with the figures it was published with. */
  readonly last: { readonly title: string; readonly figures: readonly FigureRecord[] } | undefined
  readonly newId: () => string
}

/** A first draft from the project alone: what it came to, the five lines of service, what changed since the last bulletin. */
export function compose({ project, figures, last, newId }: Compose): Content {
  const whole = new Map(figures.filter(({ scope }) => Object.keys(scope).length === 0).map((one) => [one.measure, one.value]))
  const counts = (measure: MeasureKey): boolean => {
    const value = whole.get(measure) ?? 0
    return value > 0 && !isTooFew({ measure, scope: {}, value })
  }
  const token = (measure: MeasureKey): Token => ({ is: 'figure', id: frozenIdSchema.parse(newId()), measure, scope: {}, saying: 'full' })
  const text = (words: string): Inline => ({ is: 'text', text: words })
  const said = (all: (typeof sayings)[Line]): Inline[] =>
    all
      .filter(([, measure]) => counts(measure))
      .flatMap(([before, measure, after], i): Inline[] => [
        text(`${i === 0 ? '' : `，`}${before}`),
        token(measure),
        ...(after === '' ? [] : [text(after)]),
      ])
  const lines = lineSchema.options.flatMap((line): Block[] => {
    const of = said(sayings[line])
    return of.length === 0
      ? []
      : [
          { is: 'heading', text: lineWords[line].zh },
          { is: 'paragraph', line: [...of, text('。')] },
        ]
  })
  const rows = main.filter(counts).map((measure) => ({ name: measures[measure].name.zh, figure: token(measure) }))
  return {
    title: `${project.name}简报`.slice(0, 80),
    blocks: [
      { is: 'paragraph', line: [text(`“${project.name}”由${project.agency ?? '项目执行机构'}实施，现将服务情况公布如下。`)] },
      ...(rows.length === 0 ? [] : [{ is: 'figures' as const, title: '主要数字', as: 'table' as const, rows }]),
      ...lines,
      ...byMonth(figures, newId),
      ...changesSince(last, whole, counts, token),
    ],
    kept: [],
  }
}

/** How the activities went from month to month, where there are months enough for a line. */
function byMonth(figures: readonly DraftFigure[], newId: () => string): Block[] {
  const months = figures
    .filter(({ measure, scope }) => measure === 'activities' && scope.months !== undefined)
    .toSorted((a, b) => ((a.scope.months?.from ?? '') < (b.scope.months?.from ?? '') ? -1 : 1))
  const rows = months.map(({ measure, scope, at = '' }) => ({
    name: at,
    figure: { is: 'figure' as const, id: frozenIdSchema.parse(newId()), measure, scope, saying: 'full' as const },
  }))
  return rows.length < 3 ? [] : [{ is: 'figures', title: `每月${measures.activities.name.zh}`, as: 'line', rows }]
}

/** What the figures of the last bulletin say now, beside what they said then. */
function changesSince(
  last: Compose['last'],
  whole: ReadonlyMap<MeasureKey, number>,
  counts: (measure: MeasureKey) => boolean,
  token: (measure: MeasureKey) => Token,
): Block[] {
  if (last === undefined) return []
  const moved = last.figures.filter(
    ({ measure, scope, value }) => Object.keys(scope).length === 0 && value !== null && counts(measure) && whole.get(measure) !== value,
  )
  const items = [...new Map(moved.map((record) => [record.measure, record])).values()].map((record): Inline[] => [
    { is: 'text', text: `${record.name.zh}：上期` },
    { is: 'past', id: record.id, measure: record.measure, printed: printFigure(record.measure, record.value, 'full') },
    { is: 'text', text: '，本期' },
    token(record.measure),
  ])
  return items.length === 0
    ? []
    : [
        { is: 'heading', text: '与上期相比' },
        { is: 'paragraph', line: [{ is: 'text', text: `上期为“${last.title}”。` }] },
        { is: 'list', ordered: false, items },
      ]
}
