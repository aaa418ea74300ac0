import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { entered } from '../../kernel/entered.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { today } from '../../web/client/today.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { Facts } from '../../web/ui/facts.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { RecordTable } from '../../web/ui/record-table.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { WithProject } from '../../web/ui/with-project.tsx'
import { listDirectory, previewEntry, publishEntry, withdrawEntry } from './directory-schema.ts'
import { directoryWords } from './directory-words.ts'
import type { HsdsService } from './hsds-rules.ts'
import style from './linkage.module.css'

type Row = z.output<typeof listDirectory.output>['rows'][number]

/** Which resources of organisations are open to other systems. */
export function DirectoryPage() {
  return <WithProject page={directoryWords.title}>{(project) => <Directory key={project.id} project={project} />}</WithProject>
}

function Directory({ project }: { project: ListedProject }) {
  const t = useWords()
  const { moment } = useFormats()
  const asked = useAsk(listDirectory, { projectId: project.id })
  const [publishing, setPublishing] = useState<Row>()
  const [withdrawing, setWithdrawing] = useState<Row>()
  return (
    <Page title={t(directoryWords.title)} about={t(directoryWords.about)}>
      <Panel>
        <AskedState asked={asked}>
          {({ rows, address }) => (
            <>
              <p>
                {t(directoryWords.address)}{' '}
                <a href={address} target="_blank" rel="noreferrer">
                  {address}
                </a>
              </p>
              <RecordTable<Row>
                name={t(directoryWords.title)}
                rows={rows}
                keyOf={(row) => row.id}
                empty={t(directoryWords.none)}
                columns={[
                  { title: directoryWords.resource, heads: true, cell: (row) => row.title },
                  { title: directoryWords.organisation, cell: (row) => row.organisation ?? '—' },
                  {
                    title: directoryWords.state,
                    cell: (row) =>
                      row.publishedAt === null ? (
                        t(row.organisation === null ? directoryWords.byPerson : directoryWords.notPublic)
                      ) : (
                        <>
                          <Chip tone="good">{t(directoryWords.isPublic, { day: moment(row.publishedAt) })}</Chip>{' '}
                          {row.isOld ? <Chip tone="look">{t(directoryWords.isOld)}</Chip> : null}
                        </>
                      ),
                  },
                  { title: directoryWords.agreed, cell: (row) => row.agreedBy ?? '—' },
                  {
                    title: uiWords.actions,
                    acts: true,
                    cell: (row) => (
                      <Buttons>
                        {row.organisation === null || (row.publishedAt !== null && !row.isOld) ? null : (
                          <Button
                            size="small"
                            aria-label={t(directoryWords.publishOf, { title: row.title })}
                            onClick={() => setPublishing(row)}
                          >
                            {t(directoryWords.publish)}
                          </Button>
                        )}
                        {row.publishedAt === null ? null : (
                          <Button
                            size="small"
                            aria-label={t(directoryWords.withdrawOf, { title: row.title })}
                            onClick={() => setWithdrawing(row)}
                          >
                            {t(directoryWords.withdraw)}
                          </Button>
                        )}
                      </Buttons>
                    ),
                  },
                ]}
              />
            </>
          )}
        </AskedState>
      </Panel>
      {publishing === undefined ? null : <Publish row={publishing} onClose={() => setPublishing(undefined)} />}
      {withdrawing === undefined ? null : <Withdraw row={withdrawing} onClose={() => setWithdrawing(undefined)} />}
    </Page>
  )
}

const publishFields = ['phone', 'agreedBy', 'agreedOn']

function Publish({ row, onClose }: { row: Row; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const doing = useDo(publishEntry)
  const preview = useAsk(previewEntry, { id: row.id, phone: null })
  const required = { required: true, message: t(uiWords.required) }
  return (
    <FormDialog<{ phone?: string; agreedBy: string; agreedOn: string }>
      open
      name="publish-resource"
      title={t(directoryWords.publishOf, { title: row.title })}
      action={t(directoryWords.publish)}
      fields={publishFields}
      first={row.phone === null ? {} : { phone: row.phone }}
      doing={doing}
      onFinish={(entry) => {
        const agreedOn = daySchema.safeParse(entry.agreedOn).data
        if (agreedOn === undefined) return
        doing.run(
          { id: row.id, version: row.version, phone: entered(entry.phone), agreedBy: entry.agreedBy, agreedOn },
          {
            onDone: () => {
              void message.success(t(directoryWords.done))
              onClose()
            },
          },
        )
      }}
      onClose={onClose}
    >
      <Form.Item name="agreedBy" label={t(directoryWords.agreedBy)} rules={[{ ...required, whitespace: true }]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="agreedOn" label={t(directoryWords.agreedOn)} rules={[required]}>
        <DayField upTo={today()} />
      </Form.Item>
      <Form.Item name="phone" label={t(directoryWords.phone)}>
        <Input maxLength={40} inputMode="tel" />
      </Form.Item>
      <section className={style['preview']} aria-label={t(directoryWords.preview)}>
        <h3>{t(directoryWords.preview)}</h3>
        <p>{t(directoryWords.lookOver)}</p>
        <AskedState asked={preview}>{({ service }) => <Preview service={service} />}</AskedState>
      </section>
    </FormDialog>
  )
}

/** What others will read, for people; and as it is for machines. */
function Preview({ service }: { service: HsdsService }) {
  const t = useWords()
  return (
    <>
      <Facts
        facts={[
          [directoryWords.resource, service.name],
          [directoryWords.organisation, service.organization.name],
          [directoryWords.content, service.description],
          [directoryWords.limits, service.eligibility_description],
          [directoryWords.times, service.schedules.map(({ description }) => description).join('；')],
          [directoryWords.areas, service.service_areas.map(({ name }) => name).join('、')],
        ]}
      />
      <details>
        <summary>{t(directoryWords.json)}</summary>
        <pre>{JSON.stringify(service, null, 2)}</pre>
      </details>
    </>
  )
}

function Withdraw({ row, onClose }: { row: Row; onClose: () => void }) {
  const t = useWords()
  const doing = useDo(withdrawEntry)
  return (
    <ReasonDialog
      open
      title={t(directoryWords.withdrawOf, { title: row.title })}
      action={t(directoryWords.withdraw)}
      label={t(directoryWords.reason)}
      long
      doing={doing}
      onReason={(reason) => doing.run({ id: row.id, reason }, { onDone: onClose })}
      onClose={onClose}
    />
  )
}
