import { App, Button, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { v7 } from 'uuid'
import { daySchema, type Day } from '../../kernel/day.ts'
import { entered } from '../../kernel/entered.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { useDo } from '../../web/client/calls.ts'
import { today } from '../../web/client/today.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { fits } from '../../web/ui/form-problem.ts'
import { Icon } from '../../web/ui/icon.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { standsTo, type Taken } from './health-trend-rules.ts'
import style from './health.module.css'
import { healthWords, standsWords, targetMeasureWords } from './health-words.ts'
import { endTarget, saveTarget, targetMeasureSchema, type readingsOfPerson, type Target } from './schema.ts'
import { boundsText } from './target-text-rules.ts'

export type KeptTarget = ReturnType<typeof readingsOfPerson.output.parse>['targets'][number]

/** What a doctor said that somebody's readings should keep to, and how the latest reading stands to it. */
export function HealthTargets({
  personId,
  name,
  targets,
  taken,
  mayWrite,
}: {
  personId: PersonId
  name: string
  targets: readonly KeptTarget[]
  taken: readonly Taken[]
  mayWrite: boolean
}) {
  const t = useWords()
  const { day } = useFormats()
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<KeptTarget>()
  const standing = targets.filter(({ endedOn }) => endedOn === null)
  const ended = targets.filter(({ endedOn }) => endedOn !== null)
  const said = (target: KeptTarget) => {
    const bounds = boundsText(target)
    return t(bounds.words, bounds.with)
  }
  const by = ({ doctor, institution, saidOn }: KeptTarget) =>
    t(healthWords.saidBy, { doctor, institution: institution ?? '', day: day(saidOn) })
  return (
    <Panel
      title={t(healthWords.targets)}
      actions={
        mayWrite ? (
          <Button icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
            {t(healthWords.addTarget)}
          </Button>
        ) : undefined
      }
    >
      <p className={style['faint']}>{t(healthWords.targetsAbout)}</p>
      <Entries
        rows={standing}
        keyOf={(target) => target.id}
        empty={t(healthWords.targetsNone)}
        head={(target) => (
          <>
            <b>{t(targetMeasureWords[target.measure])}</b> <span>{said(target)}</span> <Stands target={target} taken={taken} />
          </>
        )}
        more={by}
        acts={
          mayWrite
            ? (target) => (
                <Button
                  size="small"
                  aria-label={t(healthWords.endOf, { measure: t(targetMeasureWords[target.measure]) })}
                  onClick={() => setEnding(target)}
                >
                  {t(healthWords.end)}
                </Button>
              )
            : undefined
        }
      />
      {ended.length === 0 ? null : (
        <details className={style['ended']}>
          <summary>{t(healthWords.ended)}</summary>
          <Entries
            rows={ended}
            keyOf={(target) => target.id}
            empty=""
            head={(target) => (
              <>
                {t(targetMeasureWords[target.measure])} {said(target)}
              </>
            )}
            more={(target) => (
              <>
                {by(target)} ·{' '}
                {t(healthWords.endedOn, {
                  day: target.endedOn === null ? '' : day(target.endedOn),
                  reason: target.endReason ?? '',
                })}
              </>
            )}
          />
        </details>
      )}
      <AddTarget personId={personId} name={name} open={adding} onClose={() => setAdding(false)} />
      <EndTarget personId={personId} target={ending} onClose={() => setEnding(undefined)} />
    </Panel>
  )
}

function Stands({ target, taken }: { target: Target; taken: readonly Taken[] }) {
  const t = useWords()
  const latest = taken.toReversed().find(({ day, reading }) => day !== null && standsTo(target, reading) !== undefined)
  const stands = latest === undefined ? undefined : standsTo(target, latest.reading)
  return stands === undefined ? null : <Chip tone={stands === 'within' ? 'good' : 'look'}>{t(standsWords[stands])}</Chip>
}

type Entry = {
  measure: Target['measure']
  high?: number | null
  highSecond?: number | null
  low?: number | null
  lowSecond?: number | null
  doctor: string
  institution?: string
  saidOn: Day
}
const fields = ['measure', 'high', 'highSecond', 'low', 'lowSecond', 'doctor', 'institution', 'saidOn'].flatMap((name) => [
  name,
  `target.${name}`,
])

function AddTarget({ personId, name, open, onClose }: { personId: PersonId; name: string; open: boolean; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const saving = useDo(saveTarget)
  const [id, setId] = useState(() => v7())
  const required = { required: true, message: t(uiWords.required) }
  const save = (entry: Entry) =>
    saving.run(
      {
        personId,
        target: {
          id,
          measure: entry.measure,
          high: entry.high ?? null,
          low: entry.low ?? null,
          highSecond: entry.measure === 'pressure' ? (entry.highSecond ?? null) : null,
          lowSecond: entry.measure === 'pressure' ? (entry.lowSecond ?? null) : null,
          doctor: entry.doctor,
          institution: entered(entry.institution),
          saidOn: entry.saidOn,
        },
      },
      {
        onDone: () => {
          setId(v7())
          onClose()
          void message.success(t(healthWords.saved))
        },
      },
    )
  return (
    <FormDialog<Entry>
      open={open}
      name="health-target"
      title={t(healthWords.targetOf, { name })}
      about={t(healthWords.targetsAbout)}
      action={t(uiWords.save)}
      fields={fields}
      first={{ measure: 'pressure', saidOn: today() }}
      doing={saving}
      onFinish={save}
      onClose={onClose}
    >
      <Form.Item name="measure" label={t(healthWords.measure)}>
        <Select options={targetMeasureSchema.options.map((value) => ({ value, label: t(targetMeasureWords[value]) }))} />
      </Form.Item>
      <Form.Item<Entry> noStyle shouldUpdate={(before, after) => before.measure !== after.measure}>
        {({ getFieldValue }) => <Bounds isPressure={getFieldValue('measure') === 'pressure'} />}
      </Form.Item>
      <Form.Item name="doctor" label={t(healthWords.doctor)} rules={[required]}>
        <Input maxLength={40} placeholder={t(healthWords.doctorHint)} />
      </Form.Item>
      <Form.Item name="institution" label={t(healthWords.institution)}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="saidOn" label={t(healthWords.saidOn)} rules={[required, fits(daySchema, t(uiWords.required))]}>
        <DayField />
      </Form.Item>
    </FormDialog>
  )
}

function Bounds({ isPressure }: { isPressure: boolean }) {
  const t = useWords()
  const shown = isPressure
    ? ([
        ['high', healthWords.highSystolic],
        ['highSecond', healthWords.highDiastolic],
        ['low', healthWords.lowSystolic],
        ['lowSecond', healthWords.lowDiastolic],
      ] as const)
    : ([
        ['low', healthWords.low],
        ['high', healthWords.high],
      ] as const)
  return (
    <div className={style['pair']}>
      {shown.map(([name, words]) => (
        <Form.Item key={name} name={name} label={t(words)}>
          <InputNumber min={0} max={400} style={{ width: '100%' }} />
        </Form.Item>
      ))}
    </div>
  )
}

function EndTarget({ personId, target, onClose }: { personId: PersonId; target: KeptTarget | undefined; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const ending = useDo(endTarget)
  return (
    <ReasonDialog
      open={target !== undefined}
      title={t(healthWords.endOf, { measure: target === undefined ? '' : t(targetMeasureWords[target.measure]) })}
      action={t(healthWords.end)}
      label={t(healthWords.reason)}
      doing={ending}
      onReason={(reason) => {
        if (target === undefined) return
        ending.run(
          { personId, id: target.id, reason },
          {
            onDone: () => {
              onClose()
              void message.success(t(healthWords.saved))
            },
          },
        )
      }}
      onClose={onClose}
    />
  )
}
