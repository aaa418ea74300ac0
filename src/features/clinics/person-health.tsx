import { Link } from 'react-router'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { PaperButtons } from '../../web/ui/paper-buttons.tsx'
import { RecordTable } from '../../web/ui/record-table.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { kindWords } from '../ledger/kind-schema.ts'
import type { PersonDetail } from '../people/schema.ts'
import { adviceOf, shownMmol } from './advice-rules.ts'
import { HealthChart } from './health-chart.tsx'
import { HealthTargets } from './health-targets.tsx'
import { trends } from './health-trend-rules.ts'
import style from './health.module.css'
import { healthWords } from './health-words.ts'
import { LevelChip } from './level-chip.tsx'
import { printSlip } from './paper-schema.ts'
import { contextOf, glucoseContextWords, type Reading } from './part-schema.ts'
import { shownPart, shownPressure } from './reading-text-rules.ts'
import { readingsOfPerson } from './schema.ts'

type Row = ReturnType<typeof readingsOfPerson.output.parse>['rows'][number]

/** A person's readings: how they went, what a doctor set, and every one of them as a table. */
export function PersonHealth({ person }: { person: PersonDetail }) {
  const t = useWords()
  const mayWrite = useMay('clinics.write') && person.mergedInto === null && person.deceasedOn === null
  const asked = useAsk(readingsOfPerson, { personId: person.id })
  return (
    <AskedState asked={asked}>
      {({ rows, targets }) => {
        const standing = targets.filter(({ endedOn }) => endedOn === null)
        const ownOxygenLow = standing.find(({ measure }) => measure === 'oxygen')?.low ?? undefined
        return (
          <>
            {rows.length === 0 ? (
              <Panel>
                <p style={{ margin: 0 }}>{t(healthWords.none)}</p>
              </Panel>
            ) : (
              <Panel title={t(healthWords.readings)} actions={<Chip>{t(healthWords.screening)}</Chip>}>
                <div className={style['charts']}>
                  {trends.map((trend) => (
                    <HealthChart key={trend} trend={trend} taken={rows} targets={standing} />
                  ))}
                </div>
              </Panel>
            )}
            <HealthTargets personId={person.id} name={person.name} targets={targets} taken={rows} mayWrite={mayWrite} />
            {rows.length === 0 ? null : (
              <Panel>
                <Readings rows={rows} whose={{ sex: person.sex, ownOxygenLow }} />
              </Panel>
            )}
          </>
        )
      }}
    </AskedState>
  )
}

function Readings({ rows, whose }: { rows: readonly Row[]; whose: Parameters<typeof adviceOf>[1] }) {
  const t = useWords()
  const { day } = useFormats()
  const dayOf = (row: Row) => (row.day === null ? t(healthWords.undated) : day(row.day))
  return (
    <RecordTable<Row>
      name={t(healthWords.readings)}
      rows={rows.toReversed()}
      keyOf={(row) => row.attendanceId}
      columns={[
        { title: healthWords.day, heads: true, whole: true, cell: dayOf },
        {
          title: healthWords.where,
          cell: (row) => <Link to={`/services/${row.serviceId}`}>{[t(kindWords[row.kind]), row.host].filter(Boolean).join(' ')}</Link>,
        },
        { title: healthWords.pressure, whole: true, cell: ({ reading }) => shownPressure(reading.pressures) ?? '—' },
        { title: healthWords.pulse, numeric: true, cell: ({ reading }) => reading.pulse ?? '—' },
        { title: healthWords.glucose, whole: true, cell: ({ reading }) => <Glucose reading={reading} /> },
        {
          title: healthWords.others,
          cell: ({ reading }) =>
            (['oxygen', 'temperature', 'body'] as const)
              .map((part) => shownPart(reading, part))
              .filter((text) => text !== '')
              .join(' · ') || '—',
        },
        { title: healthWords.hint, whole: true, cell: ({ reading }) => <LevelChip level={adviceOf(reading, whose).level} /> },
        {
          title: uiWords.actions,
          acts: true,
          cell: (row) => (
            <PaperButtons
              endpoint={printSlip}
              label={t(healthWords.slip)}
              papers={[
                {
                  name: t(healthWords.slipOf, { day: dayOf(row) }),
                  inputFor: (format) => ({ attendanceId: row.attendanceId, format }),
                },
              ]}
            />
          ),
        },
      ]}
    />
  )
}

function Glucose({ reading }: { reading: Reading }) {
  const t = useWords()
  if (reading.glucoseMmol === null) return '—'
  const context = contextOf(reading.glucoseContext)
  return [shownMmol(reading.glucoseMmol), context === undefined ? '' : t(glucoseContextWords[context])].join(' ')
}
