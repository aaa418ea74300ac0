import { App, Button, Form } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { today } from '../../web/client/today.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AbsentPage } from '../../web/shell/absent-page.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Columns } from '../../web/ui/columns.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { explain } from '../../web/ui/explain.ts'
import { Facts } from '../../web/ui/facts.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { contributingPartyWords } from '../ledger/ledger-words.ts'
import { FigureCards } from '../measures/figure-card.tsx'
import { measures } from '../measures/measure-list-rules.ts'
import { MarkPart } from './mark.tsx'
import { ProgrammeActs } from './programme-acts.tsx'
import { ProgrammeEvidence } from './programme-evidence.tsx'
import { ProgrammeHistory } from './programme-history.tsx'
import { isLate } from './programme-rules.ts'
import { programmeWords as w, standingWords } from './programme-words.ts'
import style from './programme.module.css'
import { standingTones } from './programmes-page.tsx'
import { finishStep, openProgramme, type OpenedProgramme, type Step } from './schema.ts'

/** A community's signature programme: what is planned, what was done for it, what came of it. */
export function ProgrammePage() {
  const id = z.uuid().safeParse(useParams()['id'])
  return id.success ? <Opened key={id.data} id={id.data} /> : <AbsentPage />
}

function Opened({ id }: { id: string }) {
  const t = useWords()
  const asked = useAsk(openProgramme, { id })
  const programme = asked.data
  return (
    <Page
      title={programme?.name ?? t(w.title)}
      {...(programme === undefined
        ? {}
        : {
            about: (
              <>
                {programme.communityName} <Chip tone={standingTones[programme.state]}>{t(standingWords[programme.state])}</Chip>
              </>
            ),
            actions: <ProgrammeActs key={programme.version} programme={programme} />,
          })}
    >
      <AskedState asked={asked}>
        {(found) => (
          <Columns
            main={
              <>
                <PlanPart programme={found} />
                <ResultsPart programme={found} />
                <ProgrammeEvidence programme={found} />
              </>
            }
            side={
              <>
                <StepsPart programme={found} />
                <PartnersPart programme={found} />
                <ProgrammeHistory programme={found} />
              </>
            }
          />
        )}
      </AskedState>
    </Page>
  )
}

function PlanPart({ programme }: { programme: OpenedProgramme }) {
  const t = useWords()
  const { copiedFrom, mayChange, state } = programme
  return (
    <Panel title={t(w.facts)}>
      <div className={style['head']}>
        <MarkPart programme={programme} mayChange={mayChange && state !== 'ended'} />
        <div>
          <p className={style['text']}>{programme.purpose ?? t(w.noPurpose)}</p>
          <Facts
            facts={[
              [w.forWhom, programme.forWhom],
              [w.community, programme.communityName],
              [w.town, programme.townName],
            ]}
          />
          {copiedFrom === null ? null : (
            <Link to={`/programmes/${copiedFrom.id}`}>
              {t(w.copiedFrom, { community: copiedFrom.communityName, name: copiedFrom.name })}
            </Link>
          )}
        </div>
      </div>
    </Panel>
  )
}

function ResultsPart({ programme }: { programme: OpenedProgramme }) {
  const t = useWords()
  return (
    <Panel title={t(w.results)}>
      <p className={style['text']}>{programme.results ?? t(w.noResults)}</p>
      <FigureCards
        figures={programme.figures.map(({ key, value }) => ({ key, value, version: measures[key].version, target: null }))}
        elapsed={0}
        scope={{ programmes: [programme.id] }}
      />
      <p className={style['faint']}>{t(w.figuresAbout)}</p>
    </Panel>
  )
}

function PartnersPart({ programme }: { programme: OpenedProgramme }) {
  const t = useWords()
  return (
    <Panel title={t(w.partners)}>
      <Entries
        rows={programme.partners}
        keyOf={(partner) => partner.id}
        empty={t(w.noPartners)}
        head={(partner) => (
          <>
            {partner.organisation === null ? <Chip tone="look">{t(w.toBeFound)}</Chip> : <b>{partner.organisation}</b>}{' '}
            <Chip>{t(contributingPartyWords[partner.party])}</Chip>
          </>
        )}
        more={(partner) => partner.does}
      />
    </Panel>
  )
}

const doneFields = ['doneOn', 'steps']

function StepsPart({ programme }: { programme: OpenedProgramme }) {
  const t = useWords()
  const { day, month } = useFormats()
  const { message, modal } = App.useApp()
  const doing = useDo(finishStep)
  const [finishing, setFinishing] = useState<Step>()
  const { id, version, steps, state, asOf } = programme
  const mayStep = programme.mayChange && state !== 'ended'
  const set = (step: Step, doneOn: string | null, onDone: () => void, onFailure?: (failure: Error) => void) =>
    doing.run(
      { id, version, stepId: step.id, doneOn: daySchema.safeParse(doneOn).data ?? null },
      {
        onDone: () => {
          onDone()
          void message.success(t(w.saved))
        },
        ...(onFailure === undefined ? {} : { onFailure }),
      },
    )
  const told = (failure: Error) => {
    const why = explain(failure, t)
    modal.error({ title: why.title, content: why.detail })
  }
  return (
    <Panel title={t(w.plan)}>
      <Entries
        rows={steps}
        keyOf={(step) => step.id}
        empty={t(w.noSteps)}
        head={(step) => (
          <>
            <b>{month(step.month)}</b> {step.what}
          </>
        )}
        more={(step) =>
          step.doneOn !== null ? (
            <Chip tone="good">{t(w.stepDone, { day: day(step.doneOn) })}</Chip>
          ) : state === 'active' && isLate(step, asOf) ? (
            <Chip tone="look">{t(w.isLate)}</Chip>
          ) : null
        }
        acts={
          mayStep
            ? (step) =>
                step.doneOn === null ? (
                  <Button size="small" aria-label={t(w.markDoneOf, { what: step.what })} onClick={() => setFinishing(step)}>
                    {t(w.markDone)}
                  </Button>
                ) : (
                  <Button
                    size="small"
                    type="link"
                    aria-label={t(w.notDoneOf, { what: step.what })}
                    onClick={() => set(step, null, () => undefined, told)}
                  >
                    {t(w.notDone)}
                  </Button>
                )
            : undefined
        }
      />
      <FormDialog<{ doneOn: string }>
        open={finishing !== undefined}
        of={finishing?.id}
        name="programme-step"
        title={t(w.markDone)}
        {...(finishing === undefined ? {} : { about: finishing.what })}
        action={t(uiWords.save)}
        fields={doneFields}
        first={{ doneOn: asOf }}
        doing={doing}
        onFinish={({ doneOn }) => {
          if (finishing !== undefined) set(finishing, doneOn, () => setFinishing(undefined))
        }}
        onClose={() => setFinishing(undefined)}
      >
        <Form.Item name="doneOn" label={t(w.doneOn)} rules={[{ required: true, message: t(uiWords.required) }]}>
          <DayField upTo={today()} />
        </Form.Item>
      </FormDialog>
    </Panel>
  )
}
