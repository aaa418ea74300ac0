import type { Day } from '../../kernel/day.ts'
import { known, withValues, type Paper, type PaperBlock, type PaperPicture } from '../../kernel/paper.ts'
import { minutesOnSheet, type SheetFacts } from './sheet-rules.ts'
import { meritWords } from './merit-words.ts'
import { sheetWords } from './sheet-words.ts'

export type SheetPaperFacts = SheetFacts & {
  readonly number: string | null
  readonly project: string
  readonly issuedOn: Day
  readonly issuedBy: string | null
  readonly code: string
  readonly address: string
  readonly picture: PaperPicture
}

/** Hours with one decimal, as order 67 counts them: of the whole alone. Lines are in minutes, so that they add up to it. */
const hours = (minutes: number): string => (minutes / 60).toFixed(1)

/** Training, awards and evaluations below the services; time spent learning is not added to theirs. */
const meritBlocks = ({ merits }: SheetFacts): PaperBlock[] =>
  merits.length === 0
    ? []
    : [
        {
          kind: 'table',
          columns: [
            { title: sheetWords.day, share: 2 },
            { title: meritWords.kind, share: 2 },
            { title: meritWords.title, share: 5 },
            { title: sheetWords.meritBy, share: 3 },
            { title: meritWords.hours, share: 2, align: 'right' },
          ],
          rows: merits.map(({ day, kind, title, content, givenBy, minutes }) => [
            day,
            meritWords[kind],
            content === null || content === '' ? title : `${title}\n${content}`,
            givenBy ?? '',
            minutes === null ? '' : hours(minutes),
          ]),
          prefilled: true,
        },
      ]

/** 志愿服务记录单: what order 67 asks of a certificate (articles 14 and 15), with a code that anybody can verify. */
export function sheetPaper(facts: SheetPaperFacts): Paper {
  return {
    title: sheetWords.title,
    number: facts.code,
    head: { project: facts.project, agency: facts.issuer, filledOn: facts.issuedOn },
    sections: [
      {
        blocks: [
          {
            kind: 'fields',
            fields: [
              known(sheetWords.volunteer, facts.name),
              known(sheetWords.number, facts.number),
              known(sheetWords.total, hours(minutesOnSheet(facts))),
              known(sheetWords.totalMinutes, minutesOnSheet(facts)),
              known(sheetWords.times, facts.lines.length),
              known(
                sheetWords.period,
                facts.from === null && facts.to === null ? sheetWords.all : [facts.from ?? '…', facts.to ?? facts.issuedOn].join(' — '),
              ),
              known(sheetWords.issuer, facts.issuer),
            ],
          },
          {
            kind: 'table',
            columns: [
              { title: sheetWords.day, share: 2 },
              { title: sheetWords.what, share: 5 },
              { title: sheetWords.lineMinutes, share: 2, align: 'right' },
            ],
            rows: facts.lines.map((line) => [
              line.day,
              line.about === null || line.about === line.title ? line.title : `${line.title}（${line.about}）`,
              String(line.minutes),
            ]),
            prefilled: true,
          },
          ...meritBlocks(facts),
          { kind: 'note', text: sheetWords.claim },
          { kind: 'pictures', perRow: 3, pictures: [{ picture: facts.picture }] },
          { kind: 'note', text: withValues(sheetWords.verifyAt, { address: facts.address, code: facts.code }) },
          {
            kind: 'signatures',
            lines: [{ label: sheetWords.signed, name: facts.issuedBy, day: facts.issuedOn }, { label: sheetWords.seal }],
          },
        ],
      },
    ],
  }
}
