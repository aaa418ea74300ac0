import { App, Form, Input, Radio, Select } from 'antd'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { clinicWords } from './clinic-words.ts'
import type { ClinicDay, Visitor } from './day-schema.ts'
import { setSharing } from './schema.ts'

type Entry = {
  agreed: boolean
  givenBy: string
  capacity: 'self' | 'guardian' | 'relative'
  method: 'signature' | 'fingerprint' | 'spoken'
  witness?: string
}
const fields = ['agreed', 'givenBy', 'capacity', 'method', 'witness']

/** The separate consent to hand somebody's readings to the institution under their name. */
export function SharingDialog({ clinic, visitor, onClose }: { clinic: ClinicDay; visitor: Visitor | undefined; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const saving = useDo(setSharing)
  return (
    <FormDialog<Entry>
      open={visitor !== undefined}
      name="sharing"
      title={t(clinicWords.sharingOf, { name: visitor?.name ?? '', host: clinic.host ?? t(clinicWords.host) })}
      about={t(clinicWords.sharingAbout)}
      action={t(uiWords.save)}
      fields={fields}
      first={{ agreed: visitor?.sharing ?? true, givenBy: visitor?.name ?? '', capacity: 'self', method: 'signature' }}
      doing={saving}
      onFinish={({ witness, ...said }) => {
        if (visitor === undefined) return
        saving.run(
          { attendanceId: visitor.attendanceId, sharing: { ...said, witness: witness === undefined || witness === '' ? null : witness } },
          {
            onDone: () => {
              onClose()
              void message.success(t(clinicWords.saved))
            },
          },
        )
      }}
      onClose={onClose}
    >
      <Form.Item name="agreed" label={t(clinicWords.sharing)}>
        <Radio.Group
          options={[
            { value: true, label: t(clinicWords.agreed) },
            { value: false, label: t(clinicWords.notAgreed) },
          ]}
        />
      </Form.Item>
      <Form.Item name="givenBy" label={t(clinicWords.givenBy)} rules={[{ required: true, whitespace: true, message: t(uiWords.required) }]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="capacity" label={t(clinicWords.capacity)}>
        <Select
          options={[
            { value: 'self', label: t(clinicWords.capacitySelf) },
            { value: 'guardian', label: t(clinicWords.capacityGuardian) },
            { value: 'relative', label: t(clinicWords.capacityRelative) },
          ]}
        />
      </Form.Item>
      <Form.Item name="method" label={t(clinicWords.method)}>
        <Select
          options={[
            { value: 'signature', label: t(clinicWords.methodSignature) },
            { value: 'fingerprint', label: t(clinicWords.methodFingerprint) },
            { value: 'spoken', label: t(clinicWords.methodSpoken) },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['method']}>
        {({ getFieldValue }) => (
          <Form.Item
            name="witness"
            label={t(clinicWords.witness)}
            rules={[{ required: getFieldValue('method') === 'spoken', message: t(uiWords.required) }]}
          >
            <Input maxLength={40} />
          </Form.Item>
        )}
      </Form.Item>
    </FormDialog>
  )
}
