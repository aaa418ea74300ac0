import { App, Form } from 'antd'
import { useState, type ReactNode } from 'react'
import { useNavigate, useParams } from 'react-router'
import { v7 } from 'uuid'
import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { AbsentPage } from '../../web/shell/absent-page.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { DraftForm } from '../../web/ui/draft-form.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { isSettled } from '../needs/need-rules.ts'
import { IntakeFields } from './add-case-page.tsx'
import { AssessmentFields } from './assessment-fields.tsx'
import { agreementWords, caseWords } from './case-words.ts'
import { ClosingFields } from './closing-fields.tsx'
import { settledOf } from './closing-needs.tsx'
import { formOf } from './entry-rules.ts'
import { closingFormSchema, caseFormSchema } from './form-schema.ts'
import { FollowUpFields, StageFields } from './later-fields.tsx'
import { domainOfNeed } from './need-domain-rules.ts'
import { PlanFields } from './plan-fields.tsx'
import { closeCase, formKindOf, openCase, saveCaseForm, type CaseDetail, type CaseNeed } from './schema.ts'
import type { CaseFormKind } from './vocabulary-schema.ts'
import { formKindWords, stageWords } from './vocabulary-words.ts'

/** A form of a case as a page of its own, with what is known filled in and what was half written kept. */
export function CaseFormPage() {
  const { id, kind } = useParams()
  const caseId = z.uuid().safeParse(id)
  const form = formKindOf(kind)
  return caseId.success && form !== undefined ? <Writing key={`${caseId.data}${form}`} id={caseId.data} kind={form} /> : <AbsentPage />
}

function Writing({ id, kind }: { id: string; kind: CaseFormKind }) {
  const t = useWords()
  const asked = useAsk(openCase, { id })
  const found = asked.data
  return (
    <Page title={t(formKindWords[kind])} about={found === undefined ? undefined : `${found.number} ${found.person ?? ''}`}>
      <Panel>
        <AskedState asked={asked}>{(one) => <Filling key={one.version} found={one} kind={kind} />}</AskedState>
      </Panel>
    </Page>
  )
}

const fieldsOf: Record<CaseFormKind, (found: CaseDetail) => ReactNode> = {
  intake: () => <IntakeFields />,
  assessment: () => <AssessmentFields />,
  plan: (found) => <PlanFields found={found} isRevision={formOf(found, 'plan') !== undefined} />,
  stage_evaluation: () => <StageFields />,
  closing: (found) => <ClosingFields found={found} />,
  follow_up: () => <FollowUpFields />,
}

const known = ['on', 'attained', 'reason', 'source', 'appeal', 'overall', 'goals', 'problems', 'conclusion', 'progress', 'found']

/** What a form begins with: the version that holds, or what can be known beforehand. */
function firstOf(found: CaseDetail, kind: CaseFormKind, t: ReturnType<typeof useWords>): object {
  const last = kind === 'stage_evaluation' || kind === 'follow_up' ? undefined : formOf(found, kind)
  if (last !== undefined)
    return { ...last.form.content, ...(kind === 'plan' ? { why: '' } : {}), ...(kind === 'closing' ? { on: found.lastDay } : {}) }
  switch (kind) {
    case 'intake':
    case 'stage_evaluation':
      return {}
    case 'follow_up':
      return { on: found.lastDay }
    case 'assessment':
      return {
        risk: 'usual',
        needs: found.needs
          .filter((need) => !isSettled(need.state))
          .map((need) => ({ id: v7(), domain: domainOfNeed(need), text: need.statement })),
        problems: [{ id: v7(), text: formOf(found, 'intake')?.form.content.appeal ?? '', priority: 1 }],
      }
    case 'plan': {
      const problems = formOf(found, 'assessment')?.form.content
      const planned = plannedOf(found.needs.filter((need) => !isSettled(need.state)))
      return {
        goals: planned.goals.length === 0 ? [{ id: v7(), text: '' }] : planned.goals,
        actions: planned.actions.length === 0 ? [{ id: v7(), text: '', who: found.worker ?? '' }] : planned.actions,
        resources: problems?.strengths ?? '',
        duties: t(agreementWords.duties),
        confidentiality: t(agreementWords.confidentiality),
      }
    }
    case 'closing': {
      const goals = formOf(found, 'plan')?.form.content.goals ?? []
      return { on: found.lastDay, attained: goals.map((goal) => ({ goalId: goal.id, last: '' })) }
    }
  }
}

/** What the open needs say of goals and actions: a plan begins with it. */
function plannedOf(needs: readonly CaseNeed[]) {
  const goals = needs.map((need) => ({ id: v7(), text: need.goal ?? need.statement, needId: need.id }))
  const actions = needs.flatMap((need, at) =>
    need.actions
      .filter((action) => action.doneOn === null)
      .map((action) => ({ id: v7(), text: action.what, who: action.who, to: action.dueOn, goalId: goals[at]?.id })),
  )
  return { goals: goals.slice(0, 12), actions: actions.slice(0, 30) }
}

function Filling({ found, kind }: { found: CaseDetail; kind: CaseFormKind }) {
  const t = useWords()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [form] = Form.useForm<Record<string, unknown>>()
  const saving = useDo(saveCaseForm)
  const closing = useDo(closeCase)
  const doing = kind === 'closing' ? closing : saving
  const [first] = useState(() => firstOf(found, kind, t))
  const [formId] = useState(() => v7())
  const back = () => void navigate(`/cases/${found.id}`)
  const save = (_shown: object, done: () => void) => {
    const { on, settled, ...content } = form.getFieldsValue(true)
    if (kind === 'closing') {
      const parsed = closingFormSchema.safeParse(content)
      const needs = settledOf(found.needs, settled)
      if (!parsed.success) return void message.error(t(caseWords.reasonNeeded))
      return closing.run(
        { id: found.id, version: found.version, formId, on: daySchema.parse(on), form: parsed.data, needs },
        {
          onDone: () => {
            done()
            void message.success(t(caseWords.saved))
          },
          onSeen: back,
        },
      )
    }
    const written = caseFormSchema.safeParse({ kind, content: kind === 'follow_up' ? { ...content, on } : content })
    if (!written.success) return void message.error(t(uiWords.required))
    return saving.run(
      { id: found.id, version: found.version, formId, form: written.data },
      {
        onDone: ({ stage }) => {
          done()
          void message.success(stage === found.stage ? t(caseWords.saved) : t(caseWords.savedAndOn, { stage: t(stageWords[stage]) }))
        },
        onSeen: back,
      },
    )
  }
  return (
    <DraftForm<Record<string, unknown>>
      form={form}
      name={kind}
      draft={`case.${found.id}.${kind}`}
      fields={known}
      first={first}
      doing={doing}
      action={t(kind === 'closing' ? caseWords.close : uiWords.save)}
      onSave={save}
      onLeave={back}
    >
      {fieldsOf[kind](found)}
    </DraftForm>
  )
}
