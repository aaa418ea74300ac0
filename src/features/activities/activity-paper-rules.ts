import { toYuan } from '../../kernel/money.ts'
import { known, listed, withValues, written, type Paper, type PaperPicture, type PaperText } from '../../kernel/paper.ts'
import { knownThemes, lineWords } from '../ledger/kind-schema.ts'
import { contributingPartyWords, givenWords, partPlayedWords } from '../ledger/ledger-words.ts'
import { serviceWords } from '../ledger/service-words.ts'
import { activityWords, contingencyLabels, keptByWords } from './activities-words.ts'
import { activityPaperWords as words } from './activity-paper-words.ts'
import { satisfactionOf, totalFen } from './activity-rules.ts'
import type { Activity } from './activity-schema.ts'

export type ActivityPaperFacts = { readonly activity: Activity; readonly project: string; readonly agency: string | null }

const wide = { wide: true, lines: 3 } as const
const titleOf = (activity: Activity): PaperText => activity.title ?? activityWords.event
const whenOf = (activity: Activity): string => [activity.day, activity.startsAt?.slice(0, 5)].filter((part) => part !== null).join(' ')

const headOf = ({ activity, project, agency }: ActivityPaperFacts) => ({
  project,
  agency,
  community: activity.communityName,
  filledBy: activity.worker,
  filledOn: null,
})

const signing = (title: PaperText): Paper['sections'][number] => ({
  title,
  blocks: [
    { kind: 'text', text: null, lines: 3 },
    {
      kind: 'signatures',
      lines: [
        { label: words.inChargeSigns, name: null, day: null },
        { label: words.supervisorSigns, name: null, day: null },
      ],
    },
  ],
})

function peopleOf({ plan }: Activity): PaperText | null {
  const { expected, capacity } = plan
  if (expected !== null && capacity !== null) return withValues(words.peopleOf, { expected, capacity })
  if (expected !== null) return withValues(words.expectedOf, { expected })
  return capacity === null ? null : withValues(words.placesOf, { capacity })
}

const basicsOf = (activity: Activity) => [
  known(activityWords.title, titleOf(activity), { wide: true }),
  known(words.when, whenOf(activity)),
  known(serviceWords.duration, activity.minutes === null ? null : withValues(words.minutes, { m: activity.minutes })),
  known(activityWords.place, activity.place),
  known(activityWords.worker, activity.worker),
  known(activityWords.line, lineWords[activity.line]),
  known(serviceWords.themes, listed(activity.themes.map((theme) => knownThemes[theme] ?? theme))),
]

/** 活动计划表: what is planned, with the contingency plan that an event with elders must have. */
export function planPaper(facts: ActivityPaperFacts): Paper {
  const { activity } = facts
  const { plan } = activity
  return {
    title: words.plan,
    number: activity.number,
    head: headOf(facts),
    sections: [
      {
        title: words.basics,
        blocks: [
          {
            kind: 'fields',
            fields: [
              ...basicsOf(activity),
              known(activityWords.audience, plan.audience),
              known(activityWords.expected, peopleOf(activity)),
              written(activityWords.background, plan.background, wide),
              written(activityWords.goal, plan.goal, wide),
              ...childrenOf(activity),
            ],
          },
        ],
      },
      listOf(
        activityWords.program,
        [
          { title: words.order, share: 0.6, align: 'center' },
          { title: activityWords.programMinutes },
          { title: activityWords.programWhat, share: 4 },
          { title: activityWords.programWho, share: 1.4 },
        ],
        plan.program.map(({ minutes, what, who }, at) => [at + 1, minutes, what, who]),
      ),
      listOf(
        activityWords.duties,
        [
          { title: activityWords.dutyWho, share: 1.4 },
          { title: activityWords.dutyWhat, share: 4 },
        ],
        plan.duties.map(({ who, what }) => [who, what]),
      ),
      listOf(
        activityWords.supplies,
        [
          { title: activityWords.supplyItem, share: 2 },
          { title: activityWords.supplyQuantity },
          { title: activityWords.supplySource, share: 2 },
        ],
        plan.supplies.map(({ item, quantity, unit, source }) => [item, quantity === null ? null : `${quantity}${unit ?? ''}`, source]),
      ),
      moneyOf(activityWords.budget, plan.budget, words.planned),
      ...(plan.forElders
        ? [
            {
              title: activityWords.contingency,
              blocks: [
                {
                  kind: 'fields' as const,
                  perRow: 1 as const,
                  fields: (['emergency', 'firstAid', 'transport', 'floor', 'weather'] as const).map((part) =>
                    written(contingencyLabels[part], plan.contingency[part]),
                  ),
                },
              ],
            },
          ]
        : []),
      partnersOf(activity),
      signing(words.agencySays),
    ],
  }
}

function childrenOf({ plan: { guardian } }: Activity) {
  if (guardian === null) return []
  const said = withValues(words.childrenOf, {
    school: guardian.school,
    n: guardian.children,
    day: guardian.agreedOn ?? words.notAgreed,
    kept: keptByWords[guardian.keptBy],
  })
  return [known(words.children, said, { wide: true })]
}

type Table = Extract<Paper['sections'][number]['blocks'][number], { kind: 'table' }>

/** A list of the plan; with nothing in it there are rows for the pen. */
const listOf = (title: PaperText, columns: Table['columns'], rows: Table['rows']): Paper['sections'][number] => ({
  title,
  blocks: [{ kind: 'table', prefilled: true, columns, rows, ...(rows.length === 0 ? { blankRows: 3 } : {}) }],
})

function moneyOf(title: PaperText, lines: readonly { item: string; amountFen: number; voucher?: string | null }[], sum: PaperText) {
  const hasVouchers = lines.some((line) => line.voucher !== undefined)
  return listOf(
    title,
    [
      { title: activityWords.budgetItem, share: 4 },
      { title: activityWords.yuan, share: 1.4, align: 'right' },
      ...(hasVouchers ? [{ title: activityWords.voucher, share: 1.6 }] : []),
    ],
    lines.length === 0
      ? []
      : [
          ...lines.map((line) => [line.item, toYuan(line.amountFen), ...(hasVouchers ? [line.voucher ?? null] : [])]),
          [sum, toYuan(totalFen(lines)), ...(hasVouchers ? [null] : [])],
        ],
  )
}

const partnersOf = (activity: Activity): Paper['sections'][number] =>
  listOf(
    activityWords.partners,
    [
      { title: serviceWords.party, share: 1.4 },
      { title: serviceWords.organisation, share: 2.4 },
      { title: serviceWords.given },
      { title: serviceWords.quantity },
    ],
    activity.contributions.map((one) => [
      contributingPartyWords[one.party],
      one.organisation,
      givenWords[one.given],
      one.quantity === null ? null : `${one.quantity}${one.unit ?? ''}`,
    ]),
  )

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`

/** 活动总结: heads and hours count themselves, the rest was written; photos that may be shown are printed. */
export function summaryPaper(
  facts: ActivityPaperFacts & { readonly photos: readonly PaperPicture[]; readonly photosLeftOut: number },
): Paper {
  const { activity, photos, photosLeftOut } = facts
  const { heads, summary } = activity
  const satisfied = summary === null ? undefined : satisfactionOf(summary)
  const persons = (n: number) => withValues(activityWords.persons, { n })
  return {
    title: words.summary,
    number: activity.number,
    head: { ...headOf(facts), filledOn: activity.summarisedAt?.slice(0, 10) ?? null },
    sections: [
      { title: words.basics, blocks: [{ kind: 'fields', fields: basicsOf(activity) }] },
      {
        title: words.heads,
        blocks: [
          {
            kind: 'fields',
            perRow: 3,
            fields: [
              known(activityWords.served, persons(heads.beneficiary + heads.carer)),
              ...(['child', 'volunteer', 'worker', 'partner'] as const).map((part) => known(partPlayedWords[part], persons(heads[part]))),
              known(activityWords.unnamed, persons(heads.unnamed)),
              known(activityWords.volunteerHours, withValues(words.minutes, { m: heads.volunteerMinutes })),
            ],
          },
        ],
      },
      {
        title: words.written,
        blocks: [
          {
            kind: 'fields',
            fields: [
              written(activityWords.course, summary?.course, { wide: true, lines: 6 }),
              written(activityWords.effect, summary?.effect, { wide: true, lines: 4 }),
              written(activityWords.improve, summary?.improve, wide),
              ...(summary === null || summary.report === null
                ? []
                : [written(activityWords.report, summary.report, { wide: true, lines: 6 })]),
            ],
          },
        ],
      },
      {
        title: activityWords.satisfaction,
        blocks: [
          {
            kind: 'fields',
            perRow: 3,
            fields: (['very', 'content', 'neutral', 'discontent', 'veryDiscontent'] as const).map((grade) =>
              written(activityWords[grade], satisfied === undefined ? null : summary?.satisfaction[grade]),
            ),
          },
          ...(satisfied === undefined
            ? []
            : [{ kind: 'note', text: withValues(words.satisfied, { share: percent(satisfied.share), n: satisfied.answers }) } as const]),
        ],
      },
      moneyOf(activityWords.costs, summary?.costs ?? [], words.spent),
      partnersOf(activity),
      {
        title: words.photos,
        blocks: [
          ...(photos.length === 0
            ? [{ kind: 'note', text: words.photosNone } as const]
            : [{ kind: 'pictures', perRow: 2, pictures: photos.map((picture) => ({ picture })) } as const]),
          ...(photosLeftOut === 0 ? [] : [{ kind: 'note', text: withValues(words.photosLeftOut, { n: photosLeftOut }) } as const]),
        ],
      },
      signing(words.agencySays),
    ],
  }
}
