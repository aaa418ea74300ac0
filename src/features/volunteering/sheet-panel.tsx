import { App, Button, Checkbox, Form } from 'antd'
import { useState } from 'react'
import { v7 } from 'uuid'
import { daySchema } from '../../kernel/day.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useDownload } from '../../web/client/download.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { PaperButtons } from '../../web/ui/paper-buttons.tsx'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { Hours } from './hours-text.tsx'
import type { VolunteerDetail } from './register-schema.ts'
import { fetchSheetFile, issueSheet, listSheets, printSheet, revokeSheet, type SheetRow } from './sheet-schema.ts'
import { sheetWords } from './sheet-words.ts'

const issueFields = ['from', 'to', 'withMerits']
const tones = { asIssued: 'good', changed: 'look', revoked: 'bad' } as const

/** The record sheets of a volunteer: issued, printed, revoked. */
export function SheetPanel({ volunteer, mayManage }: { volunteer: VolunteerDetail; mayManage: boolean }) {
  const t = useWords()
  const { moment } = useFormats()
  const { message } = App.useApp()
  const asked = useAsk(listSheets, { volunteerId: volunteer.id })
  const issuing = useDo(issueSheet)
  const revoking = useDo(revokeSheet)
  const fetching = useDownload(fetchSheetFile)
  const [open, setOpen] = useState(false)
  const [revoked, setRevoked] = useState<SheetRow>()
  const [id, setId] = useState(() => v7())
  const input = { id, volunteerId: volunteer.id }
  return (
    <Panel
      title={t(sheetWords.list)}
      actions={
        mayManage ? (
          <Button size="small" onClick={() => setOpen(true)}>
            {t(sheetWords.issue)}
          </Button>
        ) : undefined
      }
    >
      <FailureNote failure={fetching.failure} />
      <AskedState asked={asked}>
        {({ rows }) => (
          <Entries
            rows={rows}
            keyOf={(row) => row.id}
            empty={t(sheetWords.none)}
            head={(row) => (
              <>
                <span className="code">{row.code}</span> <Chip tone={tones[row.state]}>{t(sheetWords[row.state])}</Chip>
              </>
            )}
            more={(row) => (
              <>
                <Hours minutes={row.minutes} /> · {t(sheetWords.shifts, { n: row.shifts })} ·{' '}
                {row.merits === 0 ? null : <>{t(sheetWords.meritsOf, { n: row.merits })} · </>}
                {t(sheetWords.issuedOn, { day: moment(row.issuedAt) })}
                {row.state === 'asIssued' ? (
                  <>
                    <PaperButtons
                      endpoint={printSheet}
                      papers={[
                        { name: t(sheetWords.title), inputFor: (format) => ({ id: row.id, format, origin: window.location.origin }) },
                      ]}
                    />
                    <Button
                      size="small"
                      loading={fetching.busy}
                      aria-label={t(sheetWords.fileOf, { code: row.code })}
                      onClick={() => fetching.run({ id: row.id })}
                    >
                      {t(sheetWords.file)}
                    </Button>
                  </>
                ) : null}
              </>
            )}
            acts={(row) =>
              mayManage && row.state !== 'revoked' ? (
                <Button size="small" danger aria-label={t(sheetWords.revokeOf, { code: row.code })} onClick={() => setRevoked(row)}>
                  {t(sheetWords.revoke)}
                </Button>
              ) : null
            }
          />
        )}
      </AskedState>
      <FormDialog<{ from?: string | null; to?: string | null; withMerits?: boolean }>
        open={open}
        name="issue-sheet"
        title={t(sheetWords.issue)}
        about={t(sheetWords.issueAbout)}
        action={t(sheetWords.issue)}
        fields={issueFields}
        doing={issuing}
        onFinish={({ from, to, withMerits }) =>
          issuing.run(
            {
              ...input,
              from: daySchema.safeParse(from).data ?? null,
              to: daySchema.safeParse(to).data ?? null,
              withMerits: withMerits === true,
            },
            {
              onDone: ({ code }) => {
                setId(v7())
                setOpen(false)
                void message.success(t(sheetWords.issued, { code }))
              },
            },
          )
        }
        onClose={() => setOpen(false)}
      >
        <Form.Item name="from" label={t(sheetWords.from)}>
          <DayField />
        </Form.Item>
        <Form.Item name="to" label={t(sheetWords.to)}>
          <DayField />
        </Form.Item>
        {volunteer.merits.some((merit) => merit.removedReason === null) ? (
          <Form.Item name="withMerits" valuePropName="checked">
            <Checkbox>{t(sheetWords.withMerits)}</Checkbox>
          </Form.Item>
        ) : null}
      </FormDialog>
      <ReasonDialog
        open={revoked !== undefined}
        of={revoked?.code}
        title={t(sheetWords.revokeOf, { code: revoked?.code ?? '' })}
        about={t(sheetWords.revokeAbout)}
        action={t(sheetWords.revoke)}
        label={t(sheetWords.revoke)}
        doing={revoking}
        onReason={(reason) => {
          if (revoked !== undefined) revoking.run({ id: revoked.id, reason }, { onDone: () => setRevoked(undefined) })
        }}
        onClose={() => setRevoked(undefined)}
      />
    </Panel>
  )
}
