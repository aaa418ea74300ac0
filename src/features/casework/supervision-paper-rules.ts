import { known, listed, written, type Paper } from '../../kernel/paper.ts'
import { superviseWords } from './case-words.ts'
import type { SupervisionRow } from './session-schema.ts'

const paperWords = {
  supervision: { zh: '督导记录', en: 'Record of supervision' },
  supervisorIs: { zh: '督导者', en: 'Supervisor' },
  supervisorSigns: { zh: '督导签名', en: 'Supervisor' },
} as const

/** A record of supervision (督导记录). */
export function supervisionPaper(row: SupervisionRow, project: string, agency: string | null): Paper {
  return {
    title: paperWords.supervision,
    head: { project, agency, filledBy: row.supervisor, filledOn: row.day },
    sections: [
      {
        blocks: [
          {
            kind: 'fields',
            fields: [
              known(paperWords.supervisorIs, row.supervisor),
              known(superviseWords.supervised, listed(row.names)),
              known(superviseWords.form, superviseWords[row.form]),
              known(superviseWords.minutes, row.minutes),
            ],
          },
          {
            kind: 'fields',
            perRow: 1,
            fields: [
              written(superviseWords.topics, row.topics, { wide: true, lines: 6 }),
              written(superviseWords.advice, row.advice, { wide: true, lines: 6 }),
              written(superviseWords.followUp, row.followUp, { wide: true, lines: 3 }),
            ],
          },
          {
            kind: 'signatures',
            lines: [
              { label: paperWords.supervisorSigns, name: null, day: null },
              { label: superviseWords.supervised, name: null, day: null },
            ],
          },
        ],
      },
    ],
  }
}
