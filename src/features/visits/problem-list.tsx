import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Chip, type Tone } from '../../web/ui/chip.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { fits } from '../../web/ui/form-problem.ts'
import { uiWords } from '../../web/ui/ui-words.ts'
import { settleProblem, type VisitProblem } from './record-schema.ts'
import { itemWords, referredToWords, urgencyWords, type Urgency } from './visit-schema.ts'
import { riskWords, visitWords } from './visit-words.ts'

const tones: Record<Urgency, Tone> = { routine: 'plain', soon: 'look', urgent: 'bad' }
const fields = ['settled']

/** Problems found on visits, and how each is settled. */
export function ProblemList({ problems, empty, linked = false }: { problems: readonly VisitProblem[]; empty: string; linked?: boolean }) {
  const t = useWords()
  const { day } = useFormats()
  const { message } = App.useApp()
  const mayWrite = useMay('visits.write')
  const [settling, setSettling] = useState<VisitProblem>()
  const doing = useDo(settleProblem)
  const done = () => {
    setSettling(undefined)
    void message.success(t(riskWords.saved))
  }
  return (
    <>
      <Entries
        rows={problems}
        keyOf={(problem) => problem.id}
        empty={empty}
        head={(problem) => (
          <>
            <Chip tone={problem.settledOn === null ? tones[problem.urgency] : 'good'}>{t(urgencyWords[problem.urgency])}</Chip>{' '}
            <b>{t(itemWords[problem.item])}</b> {problem.found ?? t(visitWords.shut)}
          </>
        )}
        more={(problem) => (
          <>
            {linked ? (
              <Link to={`/visits/${problem.serviceId}`}>
                {[problem.name, problem.day === null ? null : day(problem.day), problem.communityName]
                  .filter((known) => known !== null)
                  .join(' · ')}
              </Link>
            ) : (
              [problem.name, problem.day === null ? null : day(problem.day)].filter((known) => known !== null).join(' · ')
            )}
            {problem.handled === null ? null : <div>{t(visitWords.done, { what: problem.handled })}</div>}
            {problem.referredTo === null ? null : <div>{t(visitWords.passedTo, { to: t(referredToWords[problem.referredTo]) })}</div>}
            {problem.settledOn === null ? null : (
              <div>
                {problem.settled === null
                  ? t(visitWords.settledShut, { day: day(problem.settledOn) })
                  : t(visitWords.settled, { day: day(problem.settledOn), how: problem.settled })}
              </div>
            )}
          </>
        )}
        acts={(problem) =>
          !mayWrite ? null : problem.settledOn === null ? (
            <Button
              size="small"
              aria-label={t(visitWords.settleOf, { item: t(itemWords[problem.item]) })}
              onClick={() => setSettling(problem)}
            >
              {t(visitWords.settle)}
            </Button>
          ) : (
            <Button size="small" type="text" onClick={() => doing.run({ id: problem.id, settled: null }, { onDone: done })}>
              {t(visitWords.reopen)}
            </Button>
          )
        }
      />
      <FormDialog<{ settled: string }>
        open={settling !== undefined}
        of={settling?.id}
        name="settle-problem"
        title={t(visitWords.settle)}
        action={t(visitWords.settle)}
        fields={fields}
        doing={doing}
        onFinish={({ settled }) => (settling === undefined ? undefined : doing.run({ id: settling.id, settled }, { onDone: done }))}
        onClose={() => setSettling(undefined)}
      >
        <Form.Item
          name="settled"
          label={t(visitWords.settleHow)}
          rules={[{ required: true, message: t(uiWords.required) }, fits(settleProblem.input.shape.settled, t(uiWords.reasonShort))]}
        >
          <Input maxLength={300} />
        </Form.Item>
      </FormDialog>
    </>
  )
}
