import { Button, Form, Input } from 'antd'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { addHost, listHosts, removeHost } from './bulletin-schema.ts'
import { publishingWords } from './publishing-words.ts'

/** The sites that bulletins may link to: kept by the system administrator. */
export function HostsPage() {
  const t = useWords()
  const [form] = Form.useForm<{ host: string }>()
  const asked = useAsk(listHosts, {})
  const adding = useDo(addHost)
  const removing = useDo(removeHost)
  const columns: Column<string>[] = [
    { title: publishingWords.host, cell: (host) => host, heads: true },
    {
      title: uiWords.actions,
      acts: true,
      cell: (host) => (
        <Button size="small" aria-label={`${t(publishingWords.remove)} ${host}`} onClick={() => removing.run({ host })}>
          {t(publishingWords.remove)}
        </Button>
      ),
    },
  ]
  return (
    <Page title={t(publishingWords.hosts)} about={t(publishingWords.hostsAbout)}>
      <Panel>
        <FailureNote failure={adding.failure ?? removing.failure} onRetry={adding.again} />
        <Form form={form} layout="inline" onFinish={({ host }) => adding.run({ host }, { onDone: () => form.resetFields() })}>
          <Form.Item name="host" label={t(publishingWords.host)} rules={[{ required: true, message: t(uiWords.required) }]}>
            <Input placeholder={t(publishingWords.hostHint)} maxLength={120} inputMode="url" />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={adding.busy}>
            {t(publishingWords.add)}
          </Button>
        </Form>
        <AskedState asked={asked}>
          {({ hosts }) => (
            <RecordTable
              name={t(publishingWords.hosts)}
              columns={columns}
              rows={hosts}
              keyOf={(host) => host}
              empty={t(publishingWords.hostsNone)}
            />
          )}
        </AskedState>
      </Panel>
    </Page>
  )
}
