import { App, Button, Form, Input, Radio } from 'antd'
import { useEffect, useRef } from 'react'
import { daySchema } from '../../kernel/day.ts'
import { useDo } from '../../web/client/calls.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { caseWords } from './case-words.ts'
import style from './casework.module.css'
import { required } from './list-rows.tsx'
import { signCaseForm, type CaseDetail, type FormOnFile } from './schema.ts'
import { stageWords } from './vocabulary-words.ts'

type Entry = { name: string; method: 'drawn' | 'paper'; signedOn: string; picture?: string }
const fields = ['name', 'method', 'signedOn', 'picture']

/** A signature: drawn here, or said to stand on paper. */
export function SignDialog({
  found,
  signing,
  onClose,
}: {
  found: CaseDetail
  signing: { form: FormOnFile; party: 'elder' | 'worker' } | undefined
  onClose: () => void
}) {
  const t = useWords()
  const { message } = App.useApp()
  const doing = useDo(signCaseForm)
  const party = signing?.party ?? 'elder'
  const save = (entry: Entry) => {
    if (signing === undefined) return
    doing.run(
      {
        id: found.id,
        version: found.version,
        signatureId: doing.newId(`${signing.form.id} ${party}`),
        formId: signing.form.id,
        signature: {
          party,
          name: entry.name,
          method: entry.method,
          signedOn: daySchema.parse(entry.signedOn),
          picture: entry.method === 'drawn' ? (entry.picture ?? null) : null,
        },
      },
      {
        onDone: ({ stage }) => {
          onClose()
          void message.success(stage === found.stage ? t(caseWords.saved) : t(caseWords.savedAndOn, { stage: t(stageWords[stage]) }))
        },
      },
    )
  }
  return (
    <FormDialog<Entry>
      open={signing !== undefined}
      name="sign"
      title={t(caseWords.signOf, { party: t(party === 'elder' ? caseWords.elder : caseWords.workerParty) })}
      action={t(uiWords.save)}
      fields={fields}
      first={{ name: (party === 'elder' ? found.person : found.worker) ?? '', method: 'drawn', signedOn: found.lastDay }}
      doing={doing}
      onFinish={save}
      onClose={onClose}
    >
      <Form.Item name="method" label={t(caseWords.signMethod)}>
        <Radio.Group
          options={[
            { value: 'drawn', label: t(caseWords.signOnScreen) },
            { value: 'paper', label: t(caseWords.signOnPaper) },
          ]}
        />
      </Form.Item>
      <Form.Item name="name" label={t(caseWords.signName)} rules={[required(t)]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="signedOn" label={t(caseWords.on)} rules={[{ required: true, message: t(uiWords.required) }]}>
        <DayField upTo={today()} />
      </Form.Item>
      <Form.Item noStyle dependencies={['method']}>
        {({ getFieldValue }) =>
          getFieldValue('method') === 'drawn' ? (
            <Form.Item name="picture" label={t(caseWords.signDraw)} extra={t(caseWords.signDrawHint)}>
              <SignaturePad />
            </Form.Item>
          ) : null
        }
      </Form.Item>
    </FormDialog>
  )
}

/** Where somebody signs with a finger, a pen or a mouse: a PNG in base64. */
function SignaturePad({ onChange }: { value?: string; onChange?: (picture: string | undefined) => void }) {
  const t = useWords()
  const canvas = useRef<HTMLCanvasElement>(null)
  const drawing = useRef(false)
  const drawn = useRef(false)
  useEffect(() => {
    const it = canvas.current
    if (it === null) return
    it.width = 600
    it.height = 200
    const pen = it.getContext('2d')
    if (pen === null) return
    pen.lineWidth = 3.5
    pen.lineCap = 'round'
    pen.strokeStyle = '#111'
  }, [])
  const at = (event: { clientX: number; clientY: number }) => {
    const box = canvas.current?.getBoundingClientRect()
    return box === undefined
      ? { x: 0, y: 0 }
      : { x: ((event.clientX - box.left) / box.width) * 600, y: ((event.clientY - box.top) / box.height) * 200 }
  }
  return (
    <>
      <canvas
        ref={canvas}
        className={style['pad']}
        aria-label={t(caseWords.signDraw)}
        onPointerDown={(event) => {
          const { x, y } = at(event)
          const pen = canvas.current?.getContext('2d')
          pen?.beginPath()
          pen?.moveTo(x, y)
          event.currentTarget.setPointerCapture(event.pointerId)
          drawing.current = true
        }}
        onPointerMove={(event) => {
          if (!drawing.current) return
          drawn.current = true
          const { x, y } = at(event)
          const pen = canvas.current?.getContext('2d')
          pen?.lineTo(x, y)
          pen?.stroke()
        }}
        onPointerUp={() => {
          drawing.current = false
          if (drawn.current) onChange?.(canvas.current?.toDataURL('image/png').split(',')[1])
        }}
      />
      <Button
        size="small"
        style={{ marginTop: 6 }}
        onClick={() => {
          canvas.current?.getContext('2d')?.clearRect(0, 0, 600, 200)
          drawn.current = false
          onChange?.(undefined)
        }}
      >
        {t(caseWords.signClear)}
      </Button>
    </>
  )
}
