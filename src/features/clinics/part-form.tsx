import { App, Button, Form } from 'antd'
import { useMemo, useState } from 'react'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { Refusal } from '../../web/client/failure.ts'
import { useDraft } from '../../web/ui/draft.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { ReasonField } from '../../web/ui/reason-field.tsx'
import { adviceOf } from './advice-rules.ts'
import { AdviceView } from './advice-view.tsx'
import { averageOf, shownAverage } from './average-rules.ts'
import type { Visitor } from './day-schema.ts'
import { faultsOf } from './entry-rules.ts'
import { emptyReading, readingPartWords, type Reading, type ReadingPart } from './part-schema.ts'
import { PartFields, type FaultOf } from './part-fields.tsx'
import { withPart } from './preview-rules.ts'
import { saveReading } from './schema.ts'
import { entryOf, fieldOf, pressuresOf, valuesOf, type StationEntry } from './station-entry-rules.ts'
import { stationWords } from './station-words.ts'
import style from './station.module.css'

type Entry = Record<string, string>
/** What a glucose station used last, so that it is not chosen for each person anew. */
export type Habit = { unit: string; context: string }
const noFirst = {}

/** One part of somebody's reading: typed, judged as one types, saved. */
export function PartForm({
  visitor,
  part,
  habit,
  onSaved,
}: {
  visitor: Visitor
  part: ReadingPart
  habit: Habit
  onSaved: (reading: Reading, habit: Habit) => void
}) {
  const t = useWords()
  const { message } = App.useApp()
  const [form] = Form.useForm<Entry>()
  const saving = useDo(saveReading)
  const version = visitor.versions[part]?.version ?? 0
  const corrects = visitor.reading !== null && isMeasured(visitor.reading, part)
  const draft = useDraft(form, `reading.${visitor.attendanceId}.${part}.${version}`, noFirst)
  const [looked, setLooked] = useState<string>()
  const watched: StationEntry | undefined = Form.useWatch([], form)
  const entry = useMemo(() => watched ?? {}, [watched])
  const values = valuesOf(part, entry)
  const faults = useMemo(() => (values === undefined ? [] : faultsOf(values)), [values])
  const isImpossible = faults.some(({ sort }) => sort === 'impossible')
  const typed = JSON.stringify(values)
  const isRare = faults.length > 0 && !isImpossible
  const faultOf: FaultOf = (field) => {
    const fault = faults.find((one) => fieldOf(one.field) === field)
    return fault === undefined ? undefined : { text: t(fault.words), isImpossible: fault.sort === 'impossible' }
  }
  const otherUnit = faults.find(({ unit }) => unit !== undefined)?.unit
  const average = part === 'pressure' ? averageOf(pressuresOf(entry)) : undefined
  const before = visitor.reading ?? emptyReading
  const whose = { sex: visitor.sex, ownOxygenLow: visitor.ownOxygenLow ?? undefined }
  const advice = values === undefined || isImpossible ? undefined : adviceOf(withPart(before, values, part), whose)

  const save = () => {
    if (values === undefined || isImpossible) return
    // A rare value is asked for twice, and the second time must be of the same value.
    if (isRare && looked !== typed) {
      setLooked(typed)
      return
    }
    saving.run(
      { attendanceId: visitor.attendanceId, values, version, confirmed: isRare, reason: corrects ? (entry['reason'] ?? null) : null },
      {
        onDone: ({ reading }) => {
          draft.forget()
          void message.success(t(stationWords.saved))
          onSaved(reading, { unit: entry['unit'] ?? habit.unit, context: entry['context'] ?? habit.context })
        },
      },
    )
  }
  const first = corrects && visitor.reading !== null ? entryOf(visitor.reading, part) : part === 'glucose' ? habit : {}
  return (
    <section className={style['part']} aria-label={t(readingPartWords[part])}>
      <h2>{corrects ? t(stationWords.correctOf, { part: t(readingPartWords[part]) }) : t(readingPartWords[part])}</h2>
      {draft.note}
      <FailureNote failure={saving.failure} onRetry={saving.failure instanceof Refusal ? undefined : saving.again} />
      <Form<Entry>
        form={form}
        name={`part-${part}`}
        layout="vertical"
        requiredMark={false}
        initialValues={first}
        onValuesChange={draft.keep}
        onFinish={save}
      >
        <PartFields part={part} entry={entry} faultOf={faultOf} />
        {otherUnit === undefined ? null : (
          <p>
            <Button onClick={() => form.setFieldValue('unit', otherUnit)}>{t(stationWords.switchUnit, { unit: otherUnit })}</Button>
          </p>
        )}
        {corrects ? <PickedReason onPick={(reason) => form.setFieldValue('reason', reason)} /> : null}
        {average === undefined || average.of === 1 ? null : (
          <p className={style['average']}>
            {t(stationWords.average, { value: `${shownAverage(average.systolic)}/${shownAverage(average.diastolic)}`, n: average.of })}
          </p>
        )}
        <PartHints part={part} advice={advice} needs={average?.needs} />
        <Button type="primary" size="large" htmlType="submit" block loading={saving.busy} disabled={values === undefined || isImpossible}>
          {t(isRare && looked === typed ? stationWords.saveAnyway : stationWords.save)}
        </Button>
      </Form>
    </section>
  )
}

function PartHints({
  part,
  advice,
  needs,
}: {
  part: ReadingPart
  advice: ReturnType<typeof adviceOf> | undefined
  needs: 'second' | 'third' | undefined
}) {
  const t = useWords()
  const own =
    advice === undefined
      ? undefined
      : { ...advice, findings: advice.findings.filter((finding) => finding.part === part), grave: [], beside: [] }
  return (
    <div className={style['hints']} aria-live="polite">
      {needs === undefined ? null : <p>{t(needs === 'second' ? adviceAgain.second : adviceAgain.third)}</p>}
      {own === undefined ? null : <AdviceView advice={own} />}
    </div>
  )
}

function PickedReason({ onPick }: { onPick: (reason: string) => void }) {
  const t = useWords()
  return (
    <>
      <ReasonField label={t(stationWords.reason)} />
      <p className={style['picks']}>
        {Object.values(stationWords.reasons).map((words) => (
          <Button key={words.zh} onClick={() => onPick(t(words))}>
            {t(words)}
          </Button>
        ))}
      </p>
    </>
  )
}

const adviceAgain = {
  second: { zh: '隔 30–60 秒再量第二次；只量一次也可以先保存。', en: 'Measure again after 30–60 seconds; once can be saved for now.' },
  third: { zh: '两次相差超过 10，请量第三次。', en: 'The two differ by more than 10: take a third.' },
}

const isMeasured = (reading: Reading, part: ReadingPart): boolean => {
  const entry = entryOf(reading, part)
  return part === 'symptoms'
    ? reading.symptoms !== null
    : Object.entries(entry).some(([field, value]) => !['unit', 'context'].includes(field) && value !== undefined)
}
