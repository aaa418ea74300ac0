import { known, listed, withValues, type Paper, type PaperCell } from '../../kernel/paper.ts'
import { adviceOf, isToRefer, shownMmol, tellingFindings } from './advice-rules.ts'
import { bands, levelWords } from './band-words.ts'
import { clinicPaperWords as words } from './clinic-paper-words.ts'
import { clinicWords } from './clinic-words.ts'
import type { ClinicDay, Visitor } from './day-schema.ts'
import { contextOf, glucoseContextWords } from './part-schema.ts'
import { shownPart, shownPressure } from './reading-text-rules.ts'

export type SheetFacts = {
  readonly clinic: Pick<
    ClinicDay,
    'title' | 'number' | 'day' | 'startsAt' | 'place' | 'communityName' | 'host' | 'staff' | 'worker' | 'visitors' | 'measured' | 'dangers'
  >
  readonly people: readonly Visitor[]
  readonly project: string
  readonly agency: string | null
}

/** 义诊登记表: everybody who came, what was measured, what it asks for; rows for the pen while the day has not begun. */
export function sheetPaper({ clinic, people, project, agency }: SheetFacts): Paper {
  const counted = people.filter(({ repeats }) => !repeats)
  return {
    title: withValues(words.sheetOf, { title: clinic.title ?? clinicWords.title }),
    number: clinic.number,
    landscape: true,
    head: { project, agency, community: clinic.communityName, filledBy: clinic.worker, filledOn: clinic.day },
    sections: [
      {
        blocks: [
          {
            kind: 'fields',
            perRow: 3,
            fields: [
              known(clinicWords.host, clinic.host),
              known(clinicWords.staff, clinic.staff),
              known(clinicWords.place, [clinic.place, clinic.startsAt?.slice(0, 5)].filter((part) => part !== null).join(' ')),
            ],
          },
          {
            kind: 'table',
            prefilled: true,
            columns: [
              { title: words.order, share: 0.5, align: 'center' },
              { title: clinicWords.person, share: 1.1 },
              { title: words.age, share: 0.6, align: 'center' },
              { title: clinicWords.pressure, share: 1 },
              { title: clinicWords.pulse, share: 0.7, align: 'center' },
              { title: clinicWords.glucose, share: 1.3 },
              { title: words.others, share: 1.8 },
              { title: words.advice, share: 2.2 },
              { title: words.arranged, share: 0.9 },
              { title: words.signature, share: 1.2 },
            ],
            rows: counted.map(rowOf),
            blankRows: counted.length === 0 ? 20 : 3,
          },
          {
            kind: 'note',
            text: withValues(words.counts, { visitors: clinic.visitors, measured: clinic.measured, dangers: clinic.dangers }),
          },
          { kind: 'note', text: words.sheetNote },
          {
            kind: 'signatures',
            lines: [
              { label: words.doctorSigns, name: null, day: null },
              { label: words.workerSigns, name: null, day: null },
            ],
          },
        ],
      },
    ],
  }
}

function rowOf(visitor: Visitor, at: number): PaperCell[] {
  const { reading, name, age } = visitor
  if (reading === null) return [at + 1, name, age, ...Array.from({ length: 7 }, () => null)]
  const advice = adviceOf(reading, { sex: visitor.sex, ownOxygenLow: visitor.ownOxygenLow ?? undefined })
  const context = contextOf(reading.glucoseContext)
  const glucose = reading.glucoseMmol === null ? null : shownMmol(reading.glucoseMmol)
  const others = (['oxygen', 'temperature', 'body'] as const).map((part) => shownPart(reading, part)).filter((text) => text !== '')
  return [
    at + 1,
    name,
    age,
    shownPressure(reading.pressures) ?? null,
    reading.pulse,
    glucose === null || context === undefined
      ? glucose
      : { zh: '{glucose} {context}', en: '{glucose} {context}', with: { glucose, context: glucoseContextWords[context] } },
    others.join(' '),
    listed([levelWords[advice.level], ...tellingFindings(advice).map(({ band }) => bands[band].name)]),
    visitor.followUp !== null ? words.yes : isToRefer(advice.level) ? words.open : null,
    null,
  ]
}
