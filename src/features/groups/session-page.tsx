import { App, Button, Form, Input } from 'antd'
import { useMemo, useState } from 'react'
import { Link, useParams } from 'react-router'
import { serviceIdSchema, type ServiceId } from '../../kernel/ids.ts'
import type { PaperFormat } from '../../kernel/paper.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AbsentPage } from '../../web/shell/absent-page.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { useDraft } from '../../web/ui/draft.tsx'
import { Facts } from '../../web/ui/facts.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { PaperButtons } from '../../web/ui/paper-buttons.tsx'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { StatusChip } from '../ledger/status-chip.tsx'
import { Roll } from './roll.tsx'
import { cancelSession, openSession, printGroup, saveRecord, type Group, type GroupSession, type ProcessRecord } from './schema.ts'
import { SessionDialog } from './session-dialog.tsx'
import { groupWords } from './words.ts'

/** One session: its roll and its process record. */
export function SessionPage() {
  const id = serviceIdSchema.safeParse(useParams()['id'])
  return id.success ? <Opened key={id.data} id={id.data} /> : <AbsentPage />
}

function Opened({ id }: { id: ServiceId }) {
  const t = useWords()
  const mayWrite = useMay('groups.write')
  const asked = useAsk(openSession, { serviceId: id })
  const group = asked.data?.group
  const session = group?.sessions.find(({ serviceId }) => serviceId === id)
  return (
    <Page
      title={session === undefined ? t(groupWords.title) : t(groupWords.nth, { n: session.ordinal })}
      about={group === undefined ? undefined : <Link to={`/groups/${group.id}`}>{group.name}</Link>}
      actions={group === undefined || session === undefined || !mayWrite ? undefined : <Actions group={group} session={session} />}
    >
      <AskedState asked={asked}>
        {({ group: its, record, recordVersion, isReadable }) => {
          const found = its.sessions.find(({ serviceId }) => serviceId === id)
          return found === undefined ? null : (
            <>
              <Plan session={found} />
              {found.status === 'cancelled' || !mayWrite ? null : (
                <Panel title={t(groupWords.roll)}>
                  <Roll key={found.version} group={its} session={found} />
                </Panel>
              )}
              <Panel title={t(groupWords.record)}>
                {isReadable ? (
                  <Record key={recordVersion} id={id} record={record} version={recordVersion} mayWrite={mayWrite} />
                ) : (
                  <p>{t(groupWords.recordShut)}</p>
                )}
              </Panel>
            </>
          )
        }}
      </AskedState>
    </Page>
  )
}

function Plan({ session }: { session: GroupSession }) {
  const t = useWords()
  const { day, minutes } = useFormats()
  return (
    <Panel>
      <Facts
        facts={[
          [groupWords.status, <StatusChip key="status" status={session.status} />],
          [
            groupWords.day,
            session.day === null
              ? null
              : [day(session.day), session.startsAt?.slice(0, 5)].filter((known) => known !== undefined).join(' '),
          ],
          [groupWords.minutes, session.minutes === null ? null : minutes(session.minutes)],
          [groupWords.place, session.place],
          [groupWords.topic, session.topic],
          [groupWords.sessionGoal, session.goal],
          [
            groupWords.parts,
            session.parts.length === 0
              ? null
              : session.parts.map((part) => (
                  <div key={part.content}>
                    {[part.minutes === null ? null : minutes(part.minutes), part.content, part.materials, part.who]
                      .filter((known) => known !== null)
                      .join(' · ')}
                  </div>
                )),
          ],
        ]}
      />
      <Link to={`/services/${session.serviceId}`}>{t(groupWords.ledger)}</Link>
    </Panel>
  )
}

function Actions({ group, session }: { group: Group; session: GroupSession }) {
  const t = useWords()
  const { message } = App.useApp()
  const [open, setOpen] = useState<'change' | 'cancel'>()
  const cancelling = useDo(cancelSession)
  const isCancelled = session.status === 'cancelled'
  const words = isCancelled ? groupWords.planAgain : groupWords.cancel
  const papers = useMemo(
    () => [
      {
        name: t(groupWords.recordPaper),
        inputFor: (format: PaperFormat) => ({ id: group.id, paper: 'record' as const, serviceId: session.serviceId, format }),
      },
    ],
    [t, group.id, session.serviceId],
  )
  return (
    <Buttons>
      <PaperButtons endpoint={printGroup} papers={papers} />
      <Button onClick={() => setOpen('change')}>{t(groupWords.changeSession)}</Button>
      <Button onClick={() => setOpen('cancel')}>{t(words)}</Button>
      <SessionDialog group={group} session={session} open={open === 'change'} onClose={() => setOpen(undefined)} />
      <ReasonDialog
        open={open === 'cancel'}
        title={t(words)}
        about={t(isCancelled ? groupWords.planAgainAbout : groupWords.cancelAbout)}
        action={t(words)}
        label={t(groupWords.reason)}
        doing={cancelling}
        onReason={(reason) =>
          cancelling.run(
            { serviceId: session.serviceId, version: session.version, cancelled: !isCancelled, reason },
            {
              onDone: () => {
                setOpen(undefined)
                void message.success(t(groupWords.saved))
              },
            },
          )
        }
        onClose={() => setOpen(undefined)}
      />
    </Buttons>
  )
}

const recordFields = [
  ['course', groupWords.course],
  ['performance', groupWords.performance],
  ['dynamics', groupWords.dynamics],
  ['intervention', groupWords.intervention],
  ['reached', groupWords.reached],
  ['review', groupWords.review],
  ['next', groupWords.nextTime],
] as const
type Entry = Partial<Record<keyof ProcessRecord, string>>

function Record({ id, record, version, mayWrite }: { id: ServiceId; record: ProcessRecord | null; version: number; mayWrite: boolean }) {
  const t = useWords()
  const { message } = App.useApp()
  const [form] = Form.useForm<Entry>()
  const saving = useDo(saveRecord)
  const [first] = useState<Entry>(() => Object.fromEntries(Object.entries(record ?? {}).filter(([, value]) => value !== null)))
  const draft = useDraft(form, `group.session.${id}`, first)
  if (!mayWrite) return <Facts facts={recordFields.map(([name, words]) => [words, record?.[name]] as const)} />
  const of = (entry: Entry, name: keyof ProcessRecord) =>
    entry[name] === undefined || entry[name].trim() === '' ? null : entry[name].trim()
  return (
    <Form
      form={form}
      name="process-record"
      layout="vertical"
      requiredMark={false}
      initialValues={first}
      onValuesChange={draft.keep}
      onFinish={(entry) =>
        saving.run(
          {
            serviceId: id,
            recordVersion: version,
            record: {
              course: of(entry, 'course'),
              performance: of(entry, 'performance'),
              dynamics: of(entry, 'dynamics'),
              intervention: of(entry, 'intervention'),
              reached: of(entry, 'reached'),
              review: of(entry, 'review'),
              next: of(entry, 'next'),
            },
          },
          {
            onDone: () => {
              draft.forget()
              void message.success(t(groupWords.saved))
            },
          },
        )
      }
    >
      {draft.note}
      <FailureNote failure={saving.failure} onRetry={saving.again} />
      {recordFields.map(([name, words]) => (
        <Form.Item key={name} name={name} label={t(words)}>
          <Input.TextArea maxLength={1000} autoSize={{ minRows: 2, maxRows: 10 }} />
        </Form.Item>
      ))}
      <Button htmlType="submit" loading={saving.busy}>
        {t(groupWords.saveRecord)}
      </Button>
    </Form>
  )
}
