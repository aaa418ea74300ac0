import { listed, withValues, type Paper, type PaperCell, type PaperSection, type PaperText } from '../../kernel/paper.ts'
import { kindWords } from '../ledger/kind-schema.ts'
import { measures } from '../measures/measure-list-rules.ts'
import type { MeasureKey } from '../measures/measure-schema.ts'
import { acceptanceWords as words } from './acceptance-words.ts'
import type { Facts, Gathering, TableFact } from './facts-schema.ts'
import { percentText, printed, yuan } from './figure-value-rules.ts'
import { slotOf, slots, slotStates, slotWords, wantingOf, type SlotState } from './slot-rules.ts'

/** The index of a pack (验收资料目录): target → figure → rule → where its evidence is, the files of activities, money, exceptions. */
export function indexPaper(facts: Facts, named: boolean): Paper {
  const { project, period } = facts
  return {
    title: words.index,
    head: { project: project.name, agency: project.agency, filledOn: period.to },
    landscape: true,
    sections: [
      {
        blocks: [
          { kind: 'note', text: withValues(words.about, { project: project.name, from: period.from, to: period.to }) },
          { kind: 'note', text: named ? words.named : words.masked },
        ],
      },
      targetsSection(facts),
      ...figuresSections(facts),
      gatheringsSection(facts.gatherings),
      moneySection(facts),
      {
        title: words.exceptions,
        blocks: [
          {
            kind: 'table',
            prefilled: true,
            columns: [
              { title: words.order, share: 0.4, align: 'center' },
              { title: words.what, share: 6 },
              { title: words.times, share: 0.7, align: 'right' },
            ],
            rows: facts.exceptions.map((one, at) => [at + 1, one.text, one.count]),
            empty: words.noExceptions,
          },
        ],
      },
      { title: words.contents, blocks: [{ kind: 'note', text: words.contentsAbout }] },
    ],
  }
}

function targetsSection(facts: Facts): PaperSection {
  return {
    title: words.targets,
    blocks: [
      {
        kind: 'table',
        prefilled: true,
        columns: [
          { title: words.order, share: 0.5, align: 'center' },
          { title: words.target, share: 2.2 },
          { title: words.asked, share: 0.9, align: 'right' },
          { title: words.done, share: 0.9, align: 'right' },
          { title: words.percent, share: 0.8, align: 'right' },
          { title: words.frozen, share: 1.8 },
          { title: words.rule, share: 4.2 },
          { title: words.proof, share: 1.7 },
        ],
        rows: facts.targets.map((target, at): PaperCell[] => [
          at + 1,
          target.wording,
          `${printed(null, target.asked)}${target.unit}`,
          target.value === null ? '—' : `${printed(target.measure, target.value)}${target.unit}`,
          percentText(target.percent),
          frozenText(facts, target.measure),
          target.rule === null ? words.uncounted : withValues(words.ruleVersion, { rule: target.rule, n: target.version ?? 1 }),
          target.measure === null || target.value === null
            ? target.measure === null
              ? '—'
              : words.noValue
            : withValues(words.proofSheet, { name: measures[target.measure].name }),
        ]),
        empty: '—',
      },
    ],
  }
}

/** What was frozen of a measure, for whoever compares; a dash where nothing was. */
function frozenText(facts: Facts, key: MeasureKey | null): PaperCell {
  const found = facts.frozen.find((one) => one.key === key)
  return found === undefined
    ? '—'
    : withValues(words.frozenAt, { value: printed(found.key, found.value), day: found.asOf, code: found.code })
}

function figuresSections(facts: Facts): PaperSection[] {
  return [
    {
      title: words.figures,
      blocks: [
        {
          kind: 'table',
          prefilled: true,
          columns: [
            { title: words.figure, share: 2 },
            { title: words.value, align: 'right' },
            { title: words.unit, share: 0.6, align: 'center' },
            { title: words.rule, share: 6 },
          ],
          rows: facts.figures
            .filter((figure) => figure.value !== null)
            .map((figure) => [
              measures[figure.key].name,
              printed(figure.key, figure.value),
              measures[figure.key].unit,
              measures[figure.key].rule,
            ]),
        },
      ],
    },
    {
      title: words.estimates,
      blocks: [
        {
          kind: 'table',
          prefilled: true,
          columns: [
            { title: words.figure, share: 2 },
            { title: words.value, align: 'right' },
            { title: words.unit, share: 0.6, align: 'center' },
            { title: words.rule, share: 6 },
          ],
          rows: facts.estimates
            .filter((figure) => figure.value !== null)
            .map((figure) => [
              measures[figure.key].name,
              printed(figure.key, figure.value),
              measures[figure.key].unit,
              withValues(words.basis, { basis: listed(figure.basis) }),
            ]),
          empty: '—',
        },
      ],
    },
    tableSection(words.byLine, facts.byLine),
    tableSection(words.byCommunity, facts.byCommunity),
    tableSection(words.byMonth, facts.byMonth),
  ]
}

const tableSection = (title: PaperText, table: TableFact): PaperSection => ({
  title,
  blocks: [
    {
      kind: 'table',
      prefilled: true,
      columns: [{ title: words.name, share: 1.6 }, ...table.keys.map((key) => ({ title: measures[key].name, align: 'right' as const }))],
      rows: table.rows.map((row) => [row.name, ...row.values.map((value, at) => printed(table.keys[at] ?? null, value))]),
    },
    { kind: 'note', text: words.notAdded },
  ],
})

const signs: Record<SlotState['is'], string> = { filed: '√', listed: '○', few: '△', missing: '×', none: '—' }
export const signOf = (state: SlotState): string => `${signs[state.is]}${state.is === 'filed' && state.files > 0 ? state.files : ''}`

function gatheringsSection(gatherings: readonly Gathering[]): PaperSection {
  return {
    title: words.gatherings,
    blocks: [
      { kind: 'note', text: words.slotsAbout },
      {
        kind: 'table',
        prefilled: true,
        columns: [
          { title: words.order, share: 0.55, align: 'center' },
          { title: words.day, share: 1.15, align: 'center' },
          { title: words.kind, share: 1.05 },
          { title: words.name, share: 2.6 },
          { title: words.community, share: 1.3 },
          { title: words.attendances, share: 0.7, align: 'right' },
          ...slots.map((slot) => ({ title: slotWords[slot], share: 0.72, align: 'center' as const })),
        ],
        rows: gatherings.map((one, at): PaperCell[] => {
          const states = slotStates({ evidence: one.evidence, hasRoll: one.attendances > 0 })
          return [
            at + 1,
            one.day ?? words.noDay,
            kindWords[one.kind],
            one.title ?? one.number ?? kindWords[one.kind],
            one.community,
            one.attendances,
            ...slots.map((slot) => signOf(states[slot])),
          ]
        }),
      },
    ],
  }
}

function moneySection(facts: Facts): PaperSection {
  const sum = (of: (line: Facts['budget'][number]) => number) => facts.budget.reduce((total, line) => total + of(line), 0)
  return {
    title: words.money,
    blocks: [
      {
        kind: 'table',
        prefilled: true,
        columns: [
          { title: words.budgetLine, share: 3 },
          { title: words.budget, align: 'right' },
          { title: words.spent, align: 'right' },
          { title: words.spentShare, align: 'right' },
        ],
        rows: [
          ...facts.budget.map((line): PaperCell[] => [line.name, yuan(line.amountFen), yuan(line.spentFen), percentText(line.percent)]),
          ...(facts.budget.length === 0
            ? []
            : [[words.total, yuan(sum((line) => line.amountFen)), yuan(sum((line) => line.spentFen)), ''] satisfies PaperCell[]]),
        ],
        empty: '—',
      },
    ],
  }
}

/** 活动材料清单: the papers of one activity in order, what is missing said. `left`: files that a masked pack leaves out. */
export function checklistSection(one: Gathering, left: ReadonlySet<string>): PaperSection {
  const states = slotStates({ evidence: one.evidence, hasRoll: one.attendances > 0 })
  const filesOf = (slot: (typeof slots)[number]): PaperText =>
    listed(
      one.evidence
        .filter((file) => slotOf(file) === slot)
        .map((file) => {
          const name = file.title ?? file.sha256.slice(0, 12)
          return left.has(file.id) ? withValues(words.left, { name }) : name
        }),
    )
  return {
    title: words.checklist,
    blocks: [
      {
        kind: 'table',
        prefilled: true,
        columns: [
          { title: words.order, share: 0.6, align: 'center' },
          { title: words.slot, share: 1.4 },
          { title: words.state, share: 2.4 },
          { title: words.files, share: 4 },
        ],
        rows: slots.map((slot, at) => [at + 1, slotWords[slot], stateText(states[slot]), filesOf(slot)]),
      },
      ...(wantingOf(states).length === 0 ? [{ kind: 'note', text: words.complete } as const] : []),
    ],
  }
}

function stateText(state: SlotState): PaperText {
  switch (state.is) {
    case 'filed':
      return words.stateFiled
    case 'listed':
      return words.stateListed
    case 'few':
      return withValues(words.stateFew, { n: state.files })
    case 'missing':
      return words.stateMissing
    case 'none':
      return words.stateNone
  }
}
