import { Button } from 'antd'
import { useState } from 'react'
import { useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { Chip, type Tone } from '../../web/ui/chip.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { PaperButtons } from '../../web/ui/paper-buttons.tsx'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import type { ProjectDetail } from '../projects/schema.ts'
import { AskChange } from './ask-change.tsx'
import { askChange, printChange, withdrawChange, type Change, type ChangeState } from './change-schema.ts'
import { changeKindWords, changeSaid, changeStateWords, changeWords as w } from './change-words.ts'
import { DecideChange } from './decide-change.tsx'
import type { Course } from './schema.ts'
import { useSaved } from './use-saved.tsx'

const tones: Record<ChangeState, Tone> = { asked: 'look', approved: 'good', refused: 'bad', withdrawn: 'plain' }

/** What is to be otherwise than agreed: asked for, decided by another, in force once approved. */
export function ChangePanel({ project, course }: { project: ProjectDetail; course: Course }) {
  const t = useWords()
  const { moment } = useFormats()
  const mayRecord = useMay('projects.record')
  const mayDecide = useMay('changes.decide')
  const [asking, setAsking] = useState(false)
  const [chosen, setChosen] = useState<{ change: Change; to: 'decide' | 'withdraw' | 'takeBack' }>()
  const close = () => setChosen(undefined)
  const onDone = useSaved(close)
  const withdrawing = useDo(withdrawChange)
  const reversing = useDo(askChange)
  const is = (to: 'decide' | 'withdraw' | 'takeBack') => (chosen?.to === to ? chosen.change : undefined)
  const withdrawn = is('withdraw')
  const takenBack = is('takeBack')
  return (
    <Panel
      title={t(w.title)}
      actions={
        mayRecord ? (
          <Button size="small" onClick={() => setAsking(true)}>
            {t(w.ask)}
          </Button>
        ) : undefined
      }
    >
      <p>{t(w.about)}</p>
      <Entries
        rows={course.changes}
        keyOf={(change) => change.id}
        empty={t(w.none)}
        head={(change) => (
          <>
            <span>
              {t(w.number, { n: change.number })} {t(changeSaid(change).line, change.said)}
            </span>{' '}
            <Chip>{t(changeKindWords[change.what.kind])}</Chip> <Chip tone={tones[change.state]}>{t(changeStateWords[change.state])}</Chip>{' '}
            {change.reverses === null ? null : <Chip>{t(w.reverses, { n: change.reverses })}</Chip>}{' '}
            {change.reversed === null ? null : (
              <Chip tone="look">{t(change.reversed === 'asked' ? w.reversedAsked : w.reversedApproved)}</Chip>
            )}
          </>
        )}
        more={(change) => (
          <>
            <div>{t(w.askedLine, { by: change.askedBy ?? '', at: moment(change.askedAt), reason: change.reason })}</div>
            {change.decidedReason === null || change.decidedAt === null ? null : (
              <div>
                {t(changeStateWords[change.state])}{' '}
                {t(w.decidedLine, {
                  by: change.decidedBy ?? change.askedBy ?? '',
                  at: moment(change.decidedAt),
                  reason: change.decidedReason,
                })}
              </div>
            )}
            {change.basis === null ? null : <div>{t(w.basisLine, { basis: change.basis })}</div>}
          </>
        )}
        acts={(change) => (
          <Buttons>
            {mayDecide && change.state === 'asked' && !change.isMine ? (
              <Button
                size="small"
                type="primary"
                aria-label={t(w.decideOf, { n: change.number })}
                onClick={() => setChosen({ change, to: 'decide' })}
              >
                {t(w.decide)}
              </Button>
            ) : null}
            {change.state === 'asked' && change.isMine ? (
              <Button size="small" aria-label={t(w.withdrawOf, { n: change.number })} onClick={() => setChosen({ change, to: 'withdraw' })}>
                {t(w.withdraw)}
              </Button>
            ) : null}
            {mayRecord && change.inverse !== null && change.reversed === null ? (
              <Button size="small" aria-label={t(w.takeBackOf, { n: change.number })} onClick={() => setChosen({ change, to: 'takeBack' })}>
                {t(w.takeBack)}
              </Button>
            ) : null}
            <PaperButtons
              endpoint={printChange}
              label={t(w.printOf, { n: change.number })}
              papers={[{ name: t(w.sheet), inputFor: (format) => ({ id: change.id, format }) }]}
            />
          </Buttons>
        )}
      />
      <AskChange project={project} open={asking} onClose={() => setAsking(false)} />
      <DecideChange change={is('decide')} onClose={close} />
      <ReasonDialog
        open={withdrawn !== undefined}
        of={withdrawn?.id ?? ''}
        title={t(w.withdrawOf, { n: withdrawn?.number ?? 0 })}
        about={t(w.withdrawAbout)}
        action={t(w.withdraw)}
        doing={withdrawing}
        onReason={(reason) => {
          if (withdrawn !== undefined) withdrawing.run({ id: withdrawn.id, version: withdrawn.version, reason }, { onDone })
        }}
        onClose={close}
      />
      <ReasonDialog
        open={takenBack !== undefined}
        of={takenBack?.id ?? ''}
        title={t(w.takeBackOf, { n: takenBack?.number ?? 0 })}
        about={t(w.takeBackAbout)}
        action={t(w.takeBack)}
        doing={reversing}
        onReason={(reason) => {
          if (takenBack === undefined || takenBack.inverse === null) return
          const what = takenBack.inverse
          reversing.run({ id: reversing.newId(takenBack.id), projectId: project.id, what, reason, reversesId: takenBack.id }, { onDone })
        }}
        onClose={close}
      />
    </Panel>
  )
}
