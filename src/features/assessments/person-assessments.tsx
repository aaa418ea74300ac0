import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { RecordTable } from '../../web/ui/record-table.tsx'
import type { PersonDetail } from '../people/schema.ts'
import { assessmentWords, phaseWords } from './assessment-words.ts'
import { CompareSheets } from './compare-sheets.tsx'
import { ResultCard } from './result-card.tsx'
import style from './results.module.css'
import { catalogue } from './scale-rules.ts'
import type { Scale } from './scale-schema.ts'
import { listAssessmentsOfPerson, listScaleTexts, type Assessment } from './schema.ts'
import { bandOf } from './scoring-rules.ts'
import { withText } from './text-rules.ts'
import { TrendChart } from './trend-chart.tsx'
import { newestFirst } from './trend-rules.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'

/** A person's assessments: scale by scale, how they went, and what changed. */
export function PersonAssessments({ person }: { person: PersonDetail }) {
  const t = useWords()
  const mayWrite = useMay('assessments.write') && person.mergedInto === null
  const navigate = useNavigate()
  const { get, set } = useQueryState(['tab', 'show'])
  const asked = useAsk(listAssessmentsOfPerson, { personId: person.id })
  const texts = useAsk(listScaleTexts, {})
  const [withdrawing, setWithdrawing] = useState<Assessment>()
  const scaleOf = (scale: Scale) =>
    withText(
      scale,
      texts.data?.texts.find((text) => text.scale === scale.code),
    )
  return (
    <>
      {mayWrite ? (
        <div style={{ marginBottom: 16 }}>
          <Button icon={<Icon name="plus" />} onClick={() => void navigate(`/people/${person.id}/assess`)}>
            {t(assessmentWords.assess)}
          </Button>
        </div>
      ) : null}
      <AskedState asked={asked}>
        {({ rows }) => {
          const shown = rows.find((row) => row.id === get('show'))
          const its = catalogue.find((scale) => scale.code === shown?.scale)
          const scales = catalogue.filter((scale) => rows.some((row) => row.scale === scale.code))
          return (
            <>
              {shown === undefined || its === undefined ? null : (
                <ResultCard personId={person.id} scale={scaleOf(its)} assessment={shown} onClose={() => set({ show: '' })} />
              )}
              {scales.length === 0 ? (
                <Panel>
                  <p style={{ margin: 0 }}>{t(assessmentWords.none)}</p>
                </Panel>
              ) : null}
              {scales.map((scale) => (
                <ScalePanel
                  key={scale.code}
                  scale={scaleOf(scale)}
                  rows={newestFirst(rows.filter((row) => row.scale === scale.code))}
                  mayWrite={mayWrite}
                  onOpen={(row) => set({ show: row.id })}
                  onCorrect={(row) => void navigate(`/people/${person.id}/assess/${scale.code}?correct=${row.id}`)}
                  onWithdraw={setWithdrawing}
                />
              ))}
            </>
          )
        }}
      </AskedState>
      <WithdrawDialog personId={person.id} assessment={withdrawing} onClose={() => setWithdrawing(undefined)} />
    </>
  )
}

function ScalePanel({
  scale,
  rows,
  mayWrite,
  onOpen,
  onCorrect,
  onWithdraw,
}: {
  scale: Scale
  rows: readonly Assessment[]
  mayWrite: boolean
  onOpen: (row: Assessment) => void
  onCorrect: (row: Assessment) => void
  onWithdraw: (row: Assessment) => void
}) {
  const t = useWords()
  const { day } = useFormats()
  const undated = rows.filter((row) => row.day === null && row.withdrawn === null).length
  const dayOf = (row: Assessment) => (row.day === null ? t(assessmentWords.undated) : day(row.day))
  return (
    <Panel title={t(scale.name)} actions={<Chip>{t(assessmentWords.screening)}</Chip>}>
      <div className={style['trend']}>
        <TrendChart scale={scale} rows={rows} />
        <RecordTable<Assessment>
          name={`${t(assessmentWords.history)} · ${t(scale.name)}`}
          rows={rows}
          keyOf={(row) => row.id}
          columns={[
            { title: assessmentWords.day, heads: true, whole: true, cell: dayOf },
            {
              title: assessmentWords.phase,
              cell: (row) => [t(phaseWords[row.phase]), row.occasion].filter((known) => known !== null).join(' · '),
            },
            { title: assessmentWords.score, numeric: true, cell: (row) => row.score ?? '—' },
            { title: assessmentWords.band, cell: (row) => <BandOf scale={scale} row={row} /> },
            {
              title: assessmentWords.assessor,
              cell: (row) => row.assessor ?? (row.answers === null ? t(assessmentWords.imported) : '—'),
            },
            {
              title: { zh: '操作', en: 'Actions' },
              acts: true,
              cell: (row) => (
                <Buttons>
                  <Button size="small" aria-label={t(assessmentWords.openOf, { day: dayOf(row) })} onClick={() => onOpen(row)}>
                    {t(assessmentWords.open)}
                  </Button>
                  {mayWrite && row.answers !== null && row.withdrawn === null ? (
                    <Button size="small" aria-label={t(assessmentWords.correctOf, { day: dayOf(row) })} onClick={() => onCorrect(row)}>
                      {t(assessmentWords.correct)}
                    </Button>
                  ) : null}
                  {mayWrite ? (
                    <Button size="small" onClick={() => onWithdraw(row)}>
                      {t(row.withdrawn === null ? assessmentWords.withdraw : assessmentWords.takeBack)}
                    </Button>
                  ) : null}
                </Buttons>
              ),
            },
          ]}
        />
      </div>
      {undated === 0 ? null : <p className={style['faint']}>{t(assessmentWords.undatedNote, { n: undated })}</p>}
      <CompareSheets scale={scale} rows={rows} />
    </Panel>
  )
}

function BandOf({ scale, row }: { scale: Scale; row: Assessment }) {
  const t = useWords()
  if (row.withdrawn !== null) return <Chip tone="bad">{t(assessmentWords.withdrawn)}</Chip>
  // An imported total has no band of its own: the scale's cut-offs say it.
  const band =
    scale.bands.find((each) => each.code === row.band) ??
    (row.score === null || scale.decides !== undefined ? undefined : bandOf(scale, row.score))
  return band === undefined ? '—' : <Chip tone={band.tone}>{t(band.words)}</Chip>
}
