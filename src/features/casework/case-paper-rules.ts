import {
  known,
  listed,
  withValues,
  written,
  type Paper,
  type PaperBlock,
  type PaperBundle,
  type PaperSection,
  type PaperText,
} from '../../kernel/paper.ts'
import { dayOfInstant } from '../../kernel/day.ts'
import { needStateWords } from '../needs/need-words.ts'
import { attainmentsOf, lastedDays } from './closing-rules.ts'
import { caseWords, formWords, sessionWords } from './case-words.ts'
import { ecoBlock } from './eco-paper-rules.ts'
import type { CaseForm, Goal } from './form-schema.ts'
import { linesOf } from './form-text-rules.ts'
import type { CaseDetail, FormOnFile } from './schema.ts'
import type { NoteContent } from './session-schema.ts'
import { meansSchema } from './vocabulary-schema.ts'
import { attainmentWords, formKindWords, meansWords } from './vocabulary-words.ts'

// The forms of a case on paper (接案登记表, 预估表, 服务计划/协议, 过程记录, 结案表), and the whole file in order.

export type PaperFacts = { readonly found: CaseDetail; readonly project: string; readonly agency: string | null }
export type PaperNote = { readonly id: string; readonly content: NoteContent | null; readonly writtenBy: string | null }

const paperWords = {
  supervisorSays: { zh: '督导意见', en: 'The supervisor’s comment' },
  supervisorSigns: { zh: '督导签名', en: 'Supervisor' },
  elderSigns: { zh: '服务对象签名', en: 'The elder' },
  workerSigns: { zh: '社工签名', en: 'The worker' },
  order: { zh: '序号', en: 'No.' },
  record: { zh: '个案过程记录', en: 'Record of a session' },
  recordOf: { zh: '个案过程记录（第 {n} 次）', en: 'Record of session {n}' },
  hidden: {
    zh: '第 {n} 次为心理咨询记录，按规定只由记录人和督导保管，不列入本卷。',
    en: 'Session {n} is a counselling note, kept by its author and the supervisor, and not part of this file.',
  },
  file: { zh: '个案档案', en: 'Case file' },
  minutes: { zh: '{n} 分钟', en: '{n} minutes' },
  days: { zh: '{n} 天', en: '{n} days' },
  times: { zh: '{n} 次', en: '{n}' },
  lastedLabel: { zh: '历时', en: 'Lasted' },
  meetingsLabel: { zh: '服务次数', en: 'Sessions' },
} as const

const headOf = ({ found, project, agency }: PaperFacts, by: string | null, on: string | null) => ({
  project,
  agency,
  community: found.communityName,
  filledBy: by,
  filledOn: on,
})

const about = ({ found }: PaperFacts): PaperSection => ({
  blocks: [
    {
      kind: 'fields',
      fields: [
        known(caseWords.person, found.person),
        known(caseWords.number, found.number),
        known(caseWords.worker, found.worker),
        known(caseWords.openedOn, found.openedOn),
      ],
    },
  ],
})

/** What the supervisor said, or room for it, and lines to sign on. */
function ending(form: FormOnFile): PaperSection {
  const said = form.comments.map((one) => one.body).filter((body) => body !== null)
  const signs = form.form.kind === 'plan' || form.form.kind === 'closing'
  const line = (party: 'elder' | 'worker') => {
    const signed = form.signatures.find((one) => one.party === party)
    return {
      label: party === 'elder' ? paperWords.elderSigns : paperWords.workerSigns,
      name: signed?.name ?? null,
      day: signed?.signedOn ?? null,
      ...(signed?.picture === null || signed?.picture === undefined
        ? {}
        : { picture: { bytes: bytesOf(signed.picture), mediaType: 'image/png' as const, width: 600, height: 200 } }),
    }
  }
  return {
    title: paperWords.supervisorSays,
    blocks: [
      { kind: 'text', text: said.length === 0 ? null : said.join('\n'), lines: 3 },
      {
        kind: 'signatures',
        lines: [...(signs ? [line('elder')] : []), line('worker'), { label: paperWords.supervisorSigns, name: null, day: null }],
      },
    ],
  }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Bytes of a picture in base64: the rules run where there is no Buffer and no document. */
function bytesOf(base64: string): Uint8Array {
  const bytes: number[] = []
  let held = 0
  let bits = 0
  for (const letter of base64.replaceAll('=', '')) {
    held = (held << 6) | alphabet.indexOf(letter)
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes.push((held >> bits) & 255)
    }
  }
  return Uint8Array.from(bytes)
}

const needOf = ({ found }: PaperFacts, id: string | null) => found.needs.find((need) => need.id === id)

/** What was met, and by which session. */
function needsBlock(facts: PaperFacts, goals: readonly Goal[]): PaperBlock[] {
  const needs = facts.found.needs.filter((need) => goals.some((goal) => goal.needId === need.id))
  const sessionOf = (id: string | null) => facts.found.caseSessions.find((one) => one.id === id)?.ordinal ?? null
  return needs.length === 0
    ? []
    : [
        {
          kind: 'table',
          prefilled: true,
          columns: [{ title: caseWords.need, share: 2.4 }, { title: caseWords.needEnd }, { title: caseWords.needBy, share: 1.2 }],
          rows: needs.map((need) => {
            const n = sessionOf(need.metServiceId)
            return [need.statement, needStateWords[need.state], n === null ? null : withValues(sessionWords.nth, { n })]
          }),
        },
      ]
}

/** The first and the last score on each scale. */
const scoresTable = ({ found }: PaperFacts) => ({
  kind: 'table' as const,
  prefilled: true,
  columns: [{ title: caseWords.scale, share: 1.6 }, { title: caseWords.first }, { title: caseWords.lastScore }],
  rows: found.scores.map((one) => [one.scale, one.first.score, one.last?.score ?? null]),
})

/** Parts that stand as tables; the others are boxes of text. */
function tablesOf(form: CaseForm, facts: PaperFacts, goals: readonly Goal[]): PaperBlock[] {
  switch (form.kind) {
    case 'intake':
      return [
        {
          kind: 'table',
          columns: [
            { title: formWords.name },
            { title: formWords.relation },
            { title: formWords.age, share: 0.6 },
            { title: formWords.work },
            { title: formWords.together, share: 0.6 },
            { title: formWords.phone, share: 1.6 },
          ],
          rows: form.content.family.map((one) => [
            one.name,
            one.relation,
            one.age,
            one.work,
            one.together ? formWords.yes : formWords.no,
            one.phone,
          ]),
          blankRows: form.content.family.length === 0 ? 3 : 0,
        },
      ]
    case 'plan':
      return [
        {
          kind: 'table',
          columns: [
            { title: caseWords.need, share: 1.8 },
            { title: caseWords.goal, share: 2.2 },
            { title: formWords.indicator, share: 1.4 },
            { title: formWords.baseline },
            { title: formWords.target },
            { title: formWords.deadline, share: 1.2 },
          ],
          rows: form.content.goals.map((goal) => [
            needOf(facts, goal.needId)?.statement ?? null,
            goal.text,
            goal.indicator,
            goal.baseline,
            goal.target,
            goal.deadline,
          ]),
        },
        {
          kind: 'table',
          columns: [
            { title: caseWords.goal, share: 1.8 },
            { title: formWords.action, share: 2.4 },
            { title: formWords.who },
            { title: formWords.howOften },
            { title: formWords.from, share: 1.2 },
            { title: formWords.to, share: 1.2 },
          ],
          rows: form.content.actions.map((one) => [
            form.content.goals.find((goal) => goal.id === one.goalId)?.text ?? null,
            one.text,
            one.who,
            one.howOften,
            one.from,
            one.to,
          ]),
        },
      ]
    case 'closing': {
      const lasted = lastedDays(facts.found.openedOn, facts.found.closedOn ?? facts.found.lastDay)
      return [
        {
          kind: 'fields',
          fields: [
            known(paperWords.meetingsLabel, withValues(paperWords.times, { n: facts.found.sessions })),
            known(paperWords.lastedLabel, lasted === null ? null : withValues(paperWords.days, { n: lasted })),
          ],
        },
        {
          kind: 'table',
          columns: [
            { title: caseWords.goal, share: 2.4 },
            { title: caseWords.baseline },
            { title: caseWords.target },
            { title: formWords.lastValue },
            { title: formWords.level, share: 1.2 },
          ],
          rows: attainmentsOf(goals, [], form.content).map((line) => [
            line.goal.text,
            line.goal.baseline,
            line.goal.target,
            line.last,
            line.level === null ? null : attainmentWords[line.level],
          ]),
        },
        ...needsBlock(facts, goals),
        { ...scoresTable(facts), empty: caseWords.scoresNote },
      ]
    }
    case 'assessment':
      return [...ecoBlock(facts.found), ...(facts.found.scores.length === 0 ? [] : [scoresTable(facts)])]
    case 'stage_evaluation':
    case 'follow_up':
      return []
  }
}

/** Lines that a table says already. */
const inTables = new Set<string>([formWords.family.zh, formWords.goals.zh, formWords.actions.zh, formWords.attained.zh])

/** One form as it was written. */
export function formPaper(facts: PaperFacts, form: FormOnFile, goals: readonly Goal[]): Paper {
  const lines = linesOf(form.form, (words) => words.zh, goals).filter(
    (line) =>
      // Only a revision says why.
      (line.words !== formWords.why || line.text !== '') &&
      (!inTables.has(line.words.zh) || (form.form.kind === 'assessment' && line.words.zh === formWords.familySide.zh)),
  )
  return {
    title: formKindWords[form.form.kind],
    number: facts.found.number,
    head: headOf(facts, form.writtenBy, dayOfInstant(form.writtenAt)),
    sections: [
      about(facts),
      {
        blocks: [
          {
            kind: 'fields',
            perRow: 1,
            fields: lines.map((line) => written(line.words, line.text, { wide: true, lines: form.form.kind === 'assessment' ? 1 : 2 })),
          },
          ...tablesOf(form.form, facts, goals),
        ],
      },
      ending(form),
    ],
  }
}

/** One session as it was recorded. */
export function sessionPaper(facts: PaperFacts, note: PaperNote): Paper {
  const session = facts.found.caseSessions.find((one) => one.id === note.id)
  const { content } = note
  const means = meansSchema.safeParse(session?.means)
  const goals = facts.found.forms.flatMap((one) => (one.form.kind === 'plan' ? one.form.content.goals : []))
  const progress = content?.progress.filter((one) => one.value !== '' || one.level !== null) ?? []
  return {
    title: session?.ordinal === null || session === undefined ? paperWords.record : withValues(paperWords.recordOf, { n: session.ordinal }),
    number: facts.found.number,
    head: headOf(facts, note.writtenBy ?? session?.worker ?? null, session?.day ?? null),
    sections: [
      {
        blocks: [
          {
            kind: 'fields',
            fields: [
              known(caseWords.person, facts.found.person),
              known(sessionWords.day, [session?.day, session?.startsAt].filter((part) => part !== null && part !== undefined).join(' ')),
              known(
                { zh: '时长', en: 'Lasted' },
                session?.minutes === null || session === undefined ? null : withValues(paperWords.minutes, { n: session.minutes }),
              ),
              known(sessionWords.means, means.success ? meansWords[means.data] : session?.means),
              known(sessionWords.place, session?.place),
              known(sessionWords.attended, session === undefined ? null : listed(session.attended.map((one) => one.name))),
            ],
          },
          {
            kind: 'fields',
            perRow: 1,
            fields: [
              written(sessionWords.goal, content?.goal, { wide: true, lines: 1 }),
              written(sessionWords.facts, content?.facts, { wide: true, lines: 8 }),
              written(sessionWords.analysis, content?.analysis, { wide: true, lines: 4 }),
              written(
                sessionWords.progress,
                progress
                  .map((one) =>
                    [goals.find((goal) => goal.id === one.goalId)?.text, one.value]
                      .filter((part) => part !== undefined && part !== '')
                      .join('：'),
                  )
                  .join('\n'),
                { wide: true, lines: 2 },
              ),
              written(sessionWords.nextPlan, content?.nextPlan, { wide: true, lines: 2 }),
              written(sessionWords.followUps, content?.followUps.map((one) => one.text).join('\n'), { wide: true, lines: 2 }),
            ],
          },
        ],
      },
      {
        title: paperWords.supervisorSays,
        blocks: [
          { kind: 'text', text: null, lines: 3 },
          {
            kind: 'signatures',
            lines: [
              { label: paperWords.workerSigns, name: null, day: null },
              { label: paperWords.supervisorSigns, name: null, day: null },
            ],
          },
        ],
      },
    ],
  }
}

/**
 * The whole file in order, with an index: forms by their stage, sessions by their day. `notes` are those that the reader
 * may read; of the others it is said that they are kept elsewhere.
 */
export function filePaper(facts: PaperFacts, notes: readonly PaperNote[], more: readonly Paper[]): PaperBundle {
  const { found } = facts
  const lastOfKind = (kind: CaseForm['kind']) => found.forms.filter((one) => one.form.kind === kind)
  const goals = found.forms.flatMap((one) => (one.form.kind === 'plan' ? [one.form.content.goals] : [])).at(-1) ?? []
  const paper = (form: FormOnFile) => formPaper(facts, form, goals)
  const latest = (kind: CaseForm['kind']) => lastOfKind(kind).slice(-1).map(paper)
  const hidden = found.caseSessions.filter((one) => !one.mayRead)
  return {
    title: withTitle(found.number, found.person),
    about: listed([facts.project, ...hidden.map((one) => withValues(paperWords.hidden, { n: one.ordinal ?? '—' }))]),
    papers: [
      ...latest('intake'),
      ...latest('assessment'),
      ...lastOfKind('plan').map(paper),
      ...notes.map((note) => sessionPaper(facts, note)),
      ...lastOfKind('stage_evaluation').map(paper),
      ...more,
      ...latest('closing'),
      ...lastOfKind('follow_up').map(paper),
    ],
  }
}

const withTitle = (number: string, person: string | null): PaperText => ({
  zh: '个案档案 {number} {person}',
  en: 'Case file {number} {person}',
  with: { number, person: person ?? '' },
})
