import { Form, Input, Segmented, type InputRef } from 'antd'
import { useEffect, useRef } from 'react'
import { useWords } from '../../web/language/language.tsx'
import { glucoseContextSchema, glucoseContextWords, type ReadingPart } from './part-schema.ts'
import { showsThird, type StationEntry } from './station-entry-rules.ts'
import { stationWords } from './station-words.ts'
import style from './station.module.css'

/** What is the matter with a field, as words; undefined when nothing is. */
export type FaultOf = (field: string) => { readonly text: string; readonly isImpossible: boolean } | undefined

/** One number: large, with the keypad of numbers. Enter goes to the next field. */
function NumberField({
  name,
  label,
  faultOf,
  decimal = false,
  isFirst = false,
}: {
  name: string
  label: string
  faultOf: FaultOf
  decimal?: boolean
  isFirst?: boolean
}) {
  const fault = faultOf(name)
  const field = useRef<InputRef>(null)
  // Whoever chose a person means to type at once, in the first of all the fields.
  useEffect(() => {
    if (isFirst && document.querySelector('input[inputmode]') === field.current?.input) field.current?.focus()
  }, [isFirst])
  return (
    <Form.Item
      name={name}
      label={label}
      {...(fault === undefined ? {} : { validateStatus: fault.isImpossible ? ('error' as const) : ('warning' as const), help: fault.text })}
    >
      <Input
        className={style['number'] ?? ''}
        inputMode={decimal ? 'decimal' : 'numeric'}
        maxLength={6}
        autoComplete="off"
        ref={field}
        onPressEnter={(event) => {
          const fields = [...(event.currentTarget.form?.querySelectorAll<HTMLInputElement>('input[inputmode]') ?? [])]
          const next = fields[fields.indexOf(event.currentTarget) + 1]
          if (next === undefined || next.value !== '') return
          event.preventDefault()
          next.focus()
        }}
      />
    </Form.Item>
  )
}

function Pressures({ entry, faultOf }: { entry: StationEntry; faultOf: FaultOf }) {
  const t = useWords()
  return (
    <>
      <p className={style['method']}>{t(stationWords.method)}</p>
      {[0, 1, ...(showsThird(entry) ? [2] : [])].map((at) => (
        <fieldset key={at} className={style['pair']}>
          <legend>{t(stationWords.nth, { n: at + 1 })}</legend>
          <NumberField name={`systolic${at}`} label={t(stationWords.systolic)} faultOf={faultOf} isFirst={at === 0} />
          <span aria-hidden="true" className={style['slash']}>
            /
          </span>
          <NumberField name={`diastolic${at}`} label={t(stationWords.diastolic)} faultOf={faultOf} />
        </fieldset>
      ))}
      <NumberField name="pulse" label={t(stationWords.pulse)} faultOf={faultOf} />
    </>
  )
}

/** The fields of a part. */
export function PartFields({ part, entry, faultOf }: { part: ReadingPart; entry: StationEntry; faultOf: FaultOf }) {
  const t = useWords()
  switch (part) {
    case 'pressure':
      return <Pressures entry={entry} faultOf={faultOf} />
    case 'glucose':
      return (
        <>
          <Form.Item name="context" label={t(stationWords.context)}>
            <Segmented
              block
              size="large"
              className={style['context'] ?? ''}
              options={glucoseContextSchema.options.map((value) => ({ value, label: t(glucoseContextWords[value]) }))}
            />
          </Form.Item>
          <div className={style['withUnit']}>
            <NumberField name="value" label={t(stationWords.glucose)} faultOf={faultOf} decimal isFirst />
            <Form.Item name="unit" label={t(stationWords.unit)}>
              <Segmented size="large" options={['mmol/L', 'mg/dL']} />
            </Form.Item>
          </div>
        </>
      )
    case 'oxygen':
      return <NumberField name="oxygen" label={t(stationWords.oxygen)} faultOf={faultOf} isFirst />
    case 'temperature':
      return <NumberField name="temperature" label={t(stationWords.temperature)} faultOf={faultOf} decimal isFirst />
    case 'body':
      return (
        <div className={style['three']}>
          <NumberField name="heightCm" label={t(stationWords.height)} faultOf={faultOf} decimal isFirst />
          <NumberField name="weightKg" label={t(stationWords.weight)} faultOf={faultOf} decimal />
          <NumberField name="waistCm" label={t(stationWords.waist)} faultOf={faultOf} decimal />
        </div>
      )
    case 'symptoms':
      return null
  }
}
