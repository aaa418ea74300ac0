import { App, Button, Form, InputNumber } from 'antd'
import type { ProjectId } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { saveSettings, showSettings } from './register-schema.ts'
import { volunteerSettingsSchema, type VolunteerSettings } from './settings-schema.ts'
import { volunteerWords } from './volunteer-words.ts'

const stars = [1, 2, 3, 4, 5] as const
const limits = ['dayHours', 'weekHours', 'shiftsADay', 'travelMinutes', 'bankCapHours'] as const

/** Stars by hours, and the limits that make a shift worth a look. */
export function SettingsForm({ projectId }: { projectId: ProjectId }) {
  const asked = useAsk(showSettings, { projectId })
  return (
    <AskedState asked={asked}>
      {({ settings, version }) => <Fields key={version} projectId={projectId} settings={settings} version={version} />}
    </AskedState>
  )
}

function Fields({ projectId, settings, version }: { projectId: ProjectId; settings: VolunteerSettings; version: number }) {
  const t = useWords()
  const { message } = App.useApp()
  const mayManage = useMay('volunteering.manage')
  const saving = useDo(saveSettings)
  return (
    <Form<VolunteerSettings>
      name="volunteer-settings"
      layout="vertical"
      requiredMark={false}
      disabled={!mayManage}
      initialValues={settings}
      onFinish={(entry) => {
        const given = volunteerSettingsSchema.safeParse(entry)
        if (!given.success) return void message.warning(t(volunteerWords.starsRise))
        return saving.run({ projectId, version, settings: given.data }, { onDone: () => void message.success(t(volunteerWords.saved)) })
      }}
      style={{ maxWidth: 860 }}
    >
      <FailureNote failure={saving.failure} onRetry={saving.again} />
      <p>{t(volunteerWords.settingsAbout)}</p>
      <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))', gap: '0 16px' }}>
        {stars.map((n) => (
          <Form.Item
            key={n}
            name={['stars', n - 1]}
            label={t(volunteerWords.star, { n })}
            rules={[{ required: true, message: t(uiWords.required) }]}
          >
            <InputNumber min={1} max={10_000} precision={0} style={{ width: '100%' }} />
          </Form.Item>
        ))}
      </div>
      <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(230px, 1fr))', gap: '0 16px' }}>
        {limits.map((name) => (
          <Form.Item key={name} name={name} label={t(volunteerWords[name])} rules={[{ required: true, message: t(uiWords.required) }]}>
            <InputNumber min={name === 'travelMinutes' ? 0 : 1} precision={0} style={{ width: '100%' }} />
          </Form.Item>
        ))}
      </div>
      {mayManage ? (
        <Button type="primary" htmlType="submit" loading={saving.busy}>
          {t(uiWords.save)}
        </Button>
      ) : null}
    </Form>
  )
}
