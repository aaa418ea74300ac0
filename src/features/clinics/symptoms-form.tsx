import { App, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import type { Visitor } from './day-schema.ts'
import { emptyReading, type Reading } from './part-schema.ts'
import { saveReading } from './schema.ts'
import { stationWords } from './station-words.ts'
import style from './station.module.css'
import { symptomSchema, symptomsToAsk, symptomWords } from './symptom-schema.ts'

/** Asks for the symptoms that go with a danger; none is an answer too. */
export function SymptomsForm({ visitor, onSaved }: { visitor: Visitor; onSaved: (reading: Reading) => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const reading = visitor.reading ?? emptyReading
  const [chosen, setChosen] = useState<readonly string[]>(reading.symptoms ?? [])
  const saving = useDo(saveReading)
  const save = (symptoms: readonly string[]) =>
    saving.run(
      {
        attendanceId: visitor.attendanceId,
        version: visitor.versions.symptoms?.version ?? 0,
        values: { part: 'symptoms', symptoms: symptoms.flatMap((one) => symptomSchema.safeParse(one).data ?? []) },
        reason: reading.symptoms === null ? null : t(again),
      },
      {
        onDone: (saved) => {
          void message.success(t(stationWords.saved))
          onSaved(saved.reading)
        },
      },
    )
  return (
    <section className={style['part']} aria-label={t(stationWords.symptoms)}>
      <h2>{t(stationWords.askSymptoms)}</h2>
      <FailureNote failure={saving.failure} onRetry={saving.again} />
      <Checkbox.Group
        className={style['symptoms'] ?? ''}
        value={[...chosen]}
        onChange={(values) => setChosen(values.map(String))}
        options={symptomsToAsk(reading.danger).map((symptom) => ({ value: symptom, label: t(symptomWords[symptom]) }))}
      />
      <div className={style['two']}>
        <Button size="large" loading={saving.busy && chosen.length === 0} disabled={chosen.length > 0} onClick={() => save([])}>
          {t(stationWords.noSymptoms)}
        </Button>
        <Button
          size="large"
          type="primary"
          loading={saving.busy && chosen.length > 0}
          disabled={chosen.length === 0}
          onClick={() => save(chosen)}
        >
          {t(stationWords.saveSymptoms)}
        </Button>
      </div>
    </section>
  )
}

const again = { zh: '再次询问', en: 'Asked again' }
