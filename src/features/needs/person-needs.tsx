import { App, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useProjects } from '../../web/client/project.ts'
import { today } from '../../web/client/today.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { Chip, type Tone } from '../../web/ui/chip.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { Panel } from '../../web/ui/page.tsx'
import type { PersonDetail } from '../people/schema.ts'
import { NeedDialog, type Writing } from './need-dialog.tsx'
import { isSettled, suggestionRules } from './need-rules.ts'
import { needStateWords, needWords, priorityWords, suggestionWords } from './need-words.ts'
import { NeedsPaper } from './needs-paper.tsx'
import style from './needs.module.css'
import { finishAction, listNeedsOfPerson, type Need, type NeedAction, type NeedState, type Priority, type Suggestion } from './schema.ts'
import { SettleDialog, type ServiceChoice } from './settle-dialog.tsx'

export const priorityTones: Record<Priority, Tone> = { urgent: 'bad', high: 'look', usual: 'plain' }
export const stateTones: Record<NeedState, Tone> = { open: 'look', inHand: 'calm', met: 'good', notMet: 'bad', withdrawn: 'plain' }

/** A person's needs: what results suggest, what is worked on, and how others ended. */
export function PersonNeeds({ person, services }: { person: PersonDetail; services: readonly ServiceChoice[] }) {
  const t = useWords()
  const { day } = useFormats()
  const mayWrite = useMay('needs.write') && person.mergedInto === null && person.deceasedOn === null
  const { project } = useProjects()
  const asked = useAsk(listNeedsOfPerson, { personId: person.id })
  const [writing, setWriting] = useState<Writing>()
  const [settling, setSettling] = useState<Need>()
  const fromOf = (suggestion: Suggestion) =>
    suggestion.score === null
      ? t(needWords.from, { scale: suggestion.scale, day: suggestion.day === null ? '—' : day(suggestion.day) })
      : t(needWords.fromScore, {
          scale: suggestion.scale,
          score: suggestion.score,
          day: suggestion.day === null ? '—' : day(suggestion.day),
        })
  return (
    <>
      {project === undefined ? null : (
        <div style={{ marginBottom: 16 }}>
          <Buttons>
            {mayWrite ? (
              <Button
                icon={<Icon name="plus" />}
                onClick={() => setWriting({ projectId: project.id, assessmentId: null, from: null, domainId: null, statement: '' })}
              >
                {t(needWords.add)}
              </Button>
            ) : null}
            <NeedsPaper personId={person.id} projectId={project.id} />
          </Buttons>
        </div>
      )}
      <AskedState asked={asked}>
        {({ rows, suggestions }) => (
          <>
            {suggestions.length === 0 ? null : (
              <Panel title={t(needWords.suggestions)}>
                <p className={style['faint']}>{t(needWords.suggestionsAbout)}</p>
                <Entries
                  rows={suggestions}
                  keyOf={(suggestion) => suggestion.assessmentId}
                  empty=""
                  head={(suggestion) => <SuggestionHead suggestion={suggestion} />}
                  more={(suggestion) => (
                    <>
                      <span>{fromOf(suggestion)}</span>
                      <SuggestionRuleText rule={suggestion.rule} />
                    </>
                  )}
                  acts={(suggestion) =>
                    mayWrite ? (
                      <AcceptButton
                        suggestion={suggestion}
                        onAccept={(statement) =>
                          setWriting({
                            projectId: suggestion.projectId,
                            assessmentId: suggestion.assessmentId,
                            from: fromOf(suggestion),
                            domainId: suggestion.domainId,
                            statement,
                          })
                        }
                      />
                    ) : null
                  }
                />
              </Panel>
            )}
            <Panel>
              {rows.length === 0 ? <p style={{ margin: 0 }}>{t(needWords.none)}</p> : null}
              <ul className={style['list']}>
                {rows.map((need) => (
                  <li key={need.id} className={style['need']}>
                    <OneNeed
                      person={person}
                      need={need}
                      mayWrite={mayWrite}
                      onCorrect={() => setWriting({ need })}
                      onSettle={() => setSettling(need)}
                    />
                  </li>
                ))}
              </ul>
            </Panel>
          </>
        )}
      </AskedState>
      {writing === undefined ? null : <NeedDialog personId={person.id} writing={writing} onClose={() => setWriting(undefined)} />}
      <SettleDialog personId={person.id} need={settling} services={services} onClose={() => setSettling(undefined)} />
    </>
  )
}

const wordsFor = (rule: string) => {
  const known = suggestionRules.find((each) => each.rule === rule)
  return known === undefined ? undefined : suggestionWords[known.rule]
}

function SuggestionHead({ suggestion }: { suggestion: Suggestion }) {
  const t = useWords()
  const words = wordsFor(suggestion.rule)
  return (
    <>
      <Chip>{suggestion.domain ?? t(needWords.other)}</Chip> {words === undefined ? '' : t(words.statement)}
    </>
  )
}

function SuggestionRuleText({ rule }: { rule: string }) {
  const t = useWords()
  const words = wordsFor(rule)
  return words === undefined ? null : <span>{t(words.why)}</span>
}

function AcceptButton({ suggestion, onAccept }: { suggestion: Suggestion; onAccept: (statement: string) => void }) {
  const t = useWords()
  const words = wordsFor(suggestion.rule)
  const statement = words === undefined ? '' : t(words.statement)
  return (
    <Button aria-label={t(needWords.acceptOf, { what: statement })} onClick={() => onAccept(statement)}>
      {t(needWords.accept)}
    </Button>
  )
}

function OneNeed({
  person,
  need,
  mayWrite,
  onCorrect,
  onSettle,
}: {
  person: PersonDetail
  need: Need
  mayWrite: boolean
  onCorrect: () => void
  onSettle: () => void
}) {
  const t = useWords()
  const { day, moment } = useFormats()
  const settled = isSettled(need.state)
  return (
    <>
      <div className={style['head']}>
        <Chip tone={stateTones[need.state]}>{t(needStateWords[need.state])}</Chip>
        {settled ? null : <Chip tone={priorityTones[need.priority]}>{t(priorityWords[need.priority])}</Chip>}
        <Chip>{need.domain ?? t(needWords.other)}</Chip>
        <b>{need.statement}</b>
      </div>
      {need.assessment === null ? null : (
        <p className={style['faint']}>
          <Link to={`/people/${person.id}?tab=assessments&show=${need.assessment.id}`}>
            {t(needWords.from, { scale: need.assessment.scale, day: need.assessment.day === null ? '—' : day(need.assessment.day) })}
          </Link>
        </p>
      )}
      {need.judgement === null ? null : <p className={style['faint']}>{t(needWords.judged, { text: need.judgement })}</p>}
      {need.goal === null ? null : <p className={style['text']}>{t(needWords.goalOf, { goal: need.goal })}</p>}
      {need.caseIds.map((id) => (
        <p key={id} className={style['faint']}>
          <Link to={`/cases/${id}`}>{t(needWords.inCase)}</Link>
        </p>
      ))}
      {need.actions.map((action) => (
        <OneAction key={action.id} person={person} need={need} action={action} mayWrite={mayWrite && !settled} />
      ))}
      {need.outcome === null || need.settledOn === null ? null : (
        <p className={style['text']}>
          {t(needWords.outcomeOf, { state: t(needStateWords[need.state]), day: day(need.settledOn), outcome: need.outcome })}{' '}
          {need.metServiceId === null ? null : <Link to={`/services/${need.metServiceId}`}>{t(needWords.byService)}</Link>}
        </p>
      )}
      <p className={style['faint']}>
        {t(needWords.createdBy, { by: need.createdBy ?? '—', at: moment(need.createdAt) })}
        {need.versions.length === 0 ? null : ` · ${t(needWords.changed, { n: need.versions.length })}`}
      </p>
      {mayWrite ? (
        <div className={style['acts']}>
          <Buttons>
            {settled ? null : (
              <Button size="small" aria-label={t(needWords.correctOf, { what: need.statement })} onClick={onCorrect}>
                {t(needWords.correct)}
              </Button>
            )}
            <Button
              size="small"
              aria-label={t(settled ? needWords.reopenOf : needWords.settleOf, { what: need.statement })}
              onClick={onSettle}
            >
              {t(settled ? needWords.reopen : needWords.settle)}
            </Button>
          </Buttons>
        </div>
      ) : null}
    </>
  )
}

function OneAction({ person, need, action, mayWrite }: { person: PersonDetail; need: Need; action: NeedAction; mayWrite: boolean }) {
  const t = useWords()
  const { day } = useFormats()
  const { message } = App.useApp()
  const doing = useDo(finishAction)
  const isDone = action.doneOn !== null
  return (
    <div className={style['action']}>
      <span>
        {action.what}{' '}
        <small className={style['faint']}>
          {action.doneOn === null
            ? t(needWords.due, { who: action.who, day: day(action.dueOn) })
            : t(needWords.doneOn, { who: action.who, day: day(action.doneOn) })}
        </small>{' '}
        {!isDone && action.dueOn < today() && !isSettled(need.state) ? <Chip tone="bad">{t(needWords.overdue)}</Chip> : null}
      </span>
      {mayWrite ? (
        <Button
          size="small"
          loading={doing.busy}
          aria-label={t(isDone ? needWords.undoOf : needWords.doneOf, { what: action.what })}
          onClick={() =>
            doing.run(
              { personId: person.id, needId: need.id, version: need.version, actionId: action.id, doneOn: isDone ? null : today() },
              { onFailure: (failure) => void message.error(failure.message) },
            )
          }
        >
          {t(isDone ? needWords.undo : needWords.done)}
        </Button>
      ) : null}
    </div>
  )
}
