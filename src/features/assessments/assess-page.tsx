import { App } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { v7 } from 'uuid'
import { personIdSchema, serviceIdSchema, type PersonId } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { AbsentPage } from '../../web/shell/absent-page.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { WithProject } from '../../web/ui/with-project.tsx'
import { openPerson } from '../people/schema.ts'
import { BlankSheet } from './assessment-paper.tsx'
import { assessmentWords, riskWords } from './assessment-words.ts'
import { FillSheet } from './fill-sheet.tsx'
import { findScale } from './scale-rules.ts'
import { phaseSchema, type Scale } from './scale-schema.ts'
import { correctAssessment, listAssessmentsOfPerson, listScaleTexts, recordAssessment, type Assessment } from './schema.ts'
import { entryOf, factsOf, type SheetEntry } from './sheet-rules.ts'
import { withText } from './text-rules.ts'

/**
 * A person while they are assessed: `?phase=` and `?occasion=` say what the score is for, `?service=` at which session;
 * `?correct=` is a sheet to correct.
 */
export function AssessPage() {
  const { id, scale: code = '' } = useParams()
  const person = personIdSchema.safeParse(id)
  const scale = findScale(code)
  if (!person.success || scale === undefined) return <AbsentPage />
  return (
    <WithProject page={scale.name}>
      {(project) => <Assessing key={person.data} personId={person.data} scale={scale} project={project} />}
    </WithProject>
  )
}

function Assessing({ personId, scale, project }: { personId: PersonId; scale: Scale; project: ListedProject }) {
  const t = useWords()
  const person = useAsk(openPerson, { id: personId })
  const texts = useAsk(listScaleTexts, {}, { when: scale.shell !== undefined })
  const earlier = useAsk(listAssessmentsOfPerson, { personId })
  const [params] = useSearchParams()
  const correcting = params.get('correct')
  const filled = withText(
    scale,
    texts.data?.texts.find((text) => text.scale === scale.code),
  )
  return (
    <Page
      title={t(scale.name)}
      about={person.data === undefined ? t(scale.about) : `${person.data.name} · ${t(scale.about)}`}
      actions={correcting === null ? <BlankSheet personId={personId} projectId={project.id} scale={filled} /> : undefined}
    >
      <Panel>
        <AskedState asked={earlier}>
          {({ rows }) => (
            <Sheet
              personId={personId}
              scale={filled}
              project={project}
              rows={rows}
              correcting={rows.find((row) => row.id === correcting)}
            />
          )}
        </AskedState>
      </Panel>
    </Page>
  )
}

function Sheet({
  personId,
  scale,
  project,
  rows,
  correcting,
}: {
  personId: PersonId
  scale: Scale
  project: ListedProject
  rows: readonly Assessment[]
  correcting: Assessment | undefined
}) {
  const t = useWords()
  const { message, modal } = App.useApp()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const recording = useDo(recordAssessment)
  const changing = useDo(correctAssessment)
  const [first] = useState(() => (correcting === undefined ? beginning(params) : entryOf(correcting, today())))
  const serviceId = serviceIdSchema.safeParse(params.get('service'))
  // Back to the group that asked for it, or else to what was saved.
  const from = params.get('back')
  const back = (show?: string) =>
    void navigate(
      from?.startsWith('/groups/') === true ? from : `/people/${personId}?tab=assessments${show === undefined ? '' : `&show=${show}`}`,
      { replace: true },
    )

  const save = (entry: SheetEntry, forget: () => void) => {
    const facts = factsOf(scale.code, entry)
    const onDone = ({ id, told }: { id: string; told: number | null }) => {
      forget()
      void message.success(t(assessmentWords.saved))
      if (told !== null)
        void (told > 0
          ? modal.info({ title: t(riskWords.recorded), content: t(riskWords.toldSupervisors, { n: told }) })
          : modal.warning({ title: t(riskWords.recorded), content: t(riskWords.toldNobody) }))
      back(id)
    }
    if (correcting === undefined)
      recording.run(
        { ...facts, id: entry.id, projectId: project.id, personId, scale: scale.code, serviceId: serviceId.data ?? null },
        { onDone },
      )
    else changing.run({ ...facts, personId, id: correcting.id, version: correcting.version, reason: entry.reason ?? '' }, { onDone })
  }

  return (
    <FillSheet
      scale={scale}
      draft={correcting === undefined ? `assessment.${personId}.${scale.code}` : `assessment.${correcting.id}`}
      first={first}
      correcting={correcting !== undefined}
      occasions={[...new Set(rows.flatMap((row) => row.occasion ?? []))]}
      upTo={today()}
      doing={correcting === undefined ? recording : changing}
      onSave={save}
      onCancel={() => back()}
    />
  )
}

const beginning = (params: URLSearchParams): Omit<SheetEntry, 'reason'> => ({
  id: v7(),
  answers: {},
  day: today(),
  phase: phaseSchema.safeParse(params.get('phase')).data ?? 'during',
  occasion: params.get('occasion'),
  informant: 'self',
})
