import { App, Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useDo } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { clinicWords } from './clinic-words.ts'
import { levelOf } from './day-rules.ts'
import { undoSignIn, type ClinicDay, type Visitor } from './day-schema.ts'
import { shownMmol } from './advice-rules.ts'
import { LevelChip } from './level-chip.tsx'
import { contextOf, glucoseContextWords } from './part-schema.ts'
import { shownPart, shownPressure } from './reading-text-rules.ts'
import { SharingDialog } from './sharing-dialog.tsx'

/** Everybody who came, with what was measured and what it asks for. */
export function ClinicPeople({ clinic, mayWrite }: { clinic: ClinicDay; mayWrite: boolean }) {
  const t = useWords()
  const { number } = useFormats()
  const navigate = useNavigate()
  const [undoing, setUndoing] = useState<Visitor>()
  const [sharing, setSharing] = useState<Visitor>()
  const columns: Column<Visitor>[] = [
    {
      title: clinicWords.person,
      heads: true,
      whole: true,
      cell: (row) => (
        <>
          {row.personId === null ? row.name : <Link to={`/people/${row.personId}`}>{row.name}</Link>}{' '}
          {row.age === null ? '' : number(row.age)} {row.personId === null ? <Chip tone="look">{t(clinicWords.unresolved)}</Chip> : null}{' '}
          {row.repeats ? <Chip tone="look">{t(clinicWords.repeats)}</Chip> : null}
        </>
      ),
    },
    { title: clinicWords.pressureAndPulse, whole: true, cell: (row) => pressureAndPulse(row) },
    { title: clinicWords.glucose, whole: true, cell: (row) => glucoseOf(row, t) },
    {
      title: clinicWords.others,
      cell: (row) => {
        const { reading } = row
        if (reading === null) return '—'
        const texts = (['oxygen', 'temperature', 'body'] as const).map((part) => shownPart(reading, part)).filter((text) => text !== '')
        return texts.join(' · ') || '—'
      },
    },
    {
      title: clinicWords.hint,
      whole: true,
      cell: (row) => (row.reading === null ? <Chip>{t(clinicWords.notMeasured)}</Chip> : <LevelChip level={levelOf(row)} />),
    },
    {
      title: clinicWords.sharing,
      whole: true,
      cell: (row) => {
        const said = t(row.sharing === null ? clinicWords.notAsked : row.sharing ? clinicWords.agreed : clinicWords.notAgreed)
        return mayWrite ? (
          <Button size="small" type="link" aria-label={`${row.name}: ${t(clinicWords.sharing)} ${said}`} onClick={() => setSharing(row)}>
            {said}
          </Button>
        ) : (
          said
        )
      },
    },
  ]
  const acts: Column<Visitor> = {
    title: uiWords.actions,
    acts: true,
    cell: (row) => (
      <>
        <Button
          size="small"
          aria-label={t(clinicWords.enterOf, { name: row.name })}
          onClick={() => void navigate(`/clinics/${clinic.id}/station?who=${row.attendanceId}`)}
        >
          {t(clinicWords.enter)}
        </Button>{' '}
        {row.reading === null && row.followUp === null ? (
          <Button size="small" type="link" aria-label={t(clinicWords.undoSignInOf, { name: row.name })} onClick={() => setUndoing(row)}>
            {t(clinicWords.undoSignIn)}
          </Button>
        ) : null}
      </>
    ),
  }
  return (
    <Panel title={`${t(clinicWords.people)} ${clinic.people.length === 0 ? '' : number(clinic.visitors)}`}>
      <RecordTable
        name={t(clinicWords.people)}
        columns={mayWrite && clinic.status === 'held' ? [...columns, acts] : columns}
        rows={clinic.people}
        keyOf={(row) => row.attendanceId}
        empty={t(clinicWords.peopleNone)}
      />
      <UndoSignIn visitor={undoing} onClose={() => setUndoing(undefined)} />
      <SharingDialog clinic={clinic} visitor={sharing} onClose={() => setSharing(undefined)} />
    </Panel>
  )
}

function pressureAndPulse({ reading }: Visitor): string {
  const texts = [reading === null ? undefined : shownPressure(reading.pressures), reading?.pulse]
  return texts.filter((text) => text !== undefined && text !== null).join(' · ') || '—'
}

/** The glucose of somebody, with when it was taken. */
function glucoseOf({ reading }: Visitor, t: ReturnType<typeof useWords>): string {
  if (reading === null || reading.glucoseMmol === null) return '—'
  const context = contextOf(reading.glucoseContext)
  return [shownMmol(reading.glucoseMmol), context === undefined ? '' : t(glucoseContextWords[context])].join(' ')
}

function UndoSignIn({ visitor, onClose }: { visitor: Visitor | undefined; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const undoing = useDo(undoSignIn)
  return (
    <ReasonDialog
      open={visitor !== undefined}
      title={t(clinicWords.undoSignInOf, { name: visitor?.name ?? '' })}
      action={t(clinicWords.undoSignIn)}
      label={t(clinicWords.reason)}
      doing={undoing}
      onReason={(reason) => {
        if (visitor === undefined) return
        undoing.run(
          { attendanceId: visitor.attendanceId, reason },
          {
            onDone: () => {
              onClose()
              void message.success(t(clinicWords.saved))
            },
          },
        )
      }}
      onClose={onClose}
    />
  )
}
