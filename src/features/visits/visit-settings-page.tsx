import { App, Button, Checkbox, Form, InputNumber, Select } from 'antd'
import { useNavigate } from 'react-router'
import type { ProjectId } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { useDraft } from '../../web/ui/draft.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { FormGrid } from '../../web/ui/form-grid.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { WithProject } from '../../web/ui/with-project.tsx'
import { saveSettings, showSettings } from './schema.ts'
import { meansSchema, meansWords, tierSchema, tierWords, type VisitSettings } from './visit-schema.ts'
import { settingWords } from './visit-words.ts'

/** How often to visit, and what counts: a manager's to decide. */
export function VisitSettingsPage() {
  return <WithProject page={settingWords.title}>{(project) => <Settings key={project.id} projectId={project.id} />}</WithProject>
}

function Settings({ projectId }: { projectId: ProjectId }) {
  const t = useWords()
  const asked = useAsk(showSettings, { projectId })
  return (
    <Page title={t(settingWords.title)} about={t(settingWords.about)}>
      <AskedState asked={asked}>
        {({ settings, version }) => <SettingsForm key={version} projectId={projectId} settings={settings} version={version} />}
      </AskedState>
    </Page>
  )
}

function SettingsForm({ projectId, settings, version }: { projectId: ProjectId; settings: VisitSettings; version: number }) {
  const t = useWords()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const may = useMay('projects.manage')
  const [form] = Form.useForm<VisitSettings>()
  const saving = useDo(saveSettings)
  const draft = useDraft(form, `visit.settings.${projectId}`, settings)
  const required = { required: true, message: t(uiWords.required) }
  return (
    <Panel>
      {draft.note}
      {may ? null : <p>{t(settingWords.readOnly)}</p>}
      <FailureNote failure={saving.failure} onRetry={saving.again} />
      <Form
        form={form}
        name="visit-settings"
        layout="vertical"
        requiredMark={false}
        disabled={!may}
        initialValues={settings}
        onValuesChange={draft.keep}
        onFinish={(entry) =>
          saving.run(
            { projectId, version, settings: { ...settings, ...entry, tiers: { ...settings.tiers, ...entry.tiers } } },
            {
              onDone: () => {
                draft.forget()
                void message.success(t(settingWords.saved))
              },
            },
          )
        }
      >
        {tierSchema.options.map((tier) => (
          <fieldset key={tier} style={{ border: 0, padding: 0, margin: 0 }}>
            <legend>
              <b>{t(tierWords[tier])}</b>
            </legend>
            <FormGrid>
              <Form.Item name={['tiers', tier, 'everyDays']} label={t(settingWords.everyDays)} rules={[required]}>
                <InputNumber min={1} max={366} precision={0} />
              </Form.Item>
              <Form.Item name={['tiers', tier, 'faceDays']} label={t(settingWords.faceDays)}>
                <InputNumber min={1} max={366} precision={0} />
              </Form.Item>
            </FormGrid>
          </fieldset>
        ))}
        <Form.Item name="means" label={t(settingWords.means)} rules={[{ required: true, message: t(uiWords.choose) }]}>
          <Select mode="multiple" options={meansSchema.options.map((value) => ({ value, label: t(meansWords[value]) }))} />
        </Form.Item>
        <Form.Item name="otherServices" valuePropName="checked">
          <Checkbox>{t(settingWords.otherServices)}</Checkbox>
        </Form.Item>
        <FormGrid>
          <Form.Item name="attempts" label={t(settingWords.attempts)} rules={[required]}>
            <InputNumber min={1} max={5} precision={0} />
          </Form.Item>
          <Form.Item name="silentDays" label={t(settingWords.silentDays)} rules={[required]}>
            <InputNumber min={7} max={366} precision={0} />
          </Form.Item>
          <Form.Item name="reviewDays" label={t(settingWords.reviewDays)} rules={[required]}>
            <InputNumber min={7} max={732} precision={0} />
          </Form.Item>
        </FormGrid>
        {may ? (
          <Buttons>
            <Button type="primary" htmlType="submit" loading={saving.busy}>
              {t(uiWords.save)}
            </Button>
            <Button
              onClick={() => {
                draft.forget()
                void navigate('/visits')
              }}
            >
              {t(uiWords.cancel)}
            </Button>
          </Buttons>
        ) : null}
      </Form>
    </Panel>
  )
}
