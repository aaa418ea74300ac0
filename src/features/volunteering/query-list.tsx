import { App, Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { z } from 'zod'
import type { ProjectId } from '../../kernel/ids.ts'
import { reasonSchema } from '../../kernel/reason.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { fits } from '../../web/ui/form-problem.ts'
import { Pager } from '../../web/ui/pager.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { decideQuery, listQueries } from './own-schema.ts'
import { shiftWords } from './shift-words.ts'

type Row = z.output<typeof listQueries.output>['rows'][number]
type Entry = { accepted: boolean; answer: string }
const keys = ['queries'] as const
const fields = ['accepted', 'answer']
const limit = 50

/** Corrections that volunteers ask for: those that wait first. */
export function QueryList({ projectId }: { projectId: ProjectId }) {
  const t = useWords()
  const { moment } = useFormats()
  const { message } = App.useApp()
  const mayManage = useMay('volunteering.manage')
  const query = useQueryState(keys)
  const [deciding, setDeciding] = useState<Row>()
  const doing = useDo(decideQuery)
  const asked = useAsk(listQueries, { projectId, offset: query.offset, limit }, { keepFormer: true })
  const columns: Column<Row>[] = [
    {
      title: shiftWords.volunteer,
      heads: true,
      whole: true,
      cell: (row) => (row.volunteerId === null ? row.name : <Link to={`/volunteers/${row.volunteerId}`}>{row.name}</Link>),
    },
    {
      title: shiftWords.query,
      cell: (row) => (
        <>
          {row.text}
          {row.serviceId === null ? null : (
            <div>
              <Link to={`/volunteers?tab=hours&shift=${row.serviceId}`}>
                {[row.day, row.service].filter((known) => known !== null).join(' ')}
              </Link>
            </div>
          )}
        </>
      ),
    },
    { title: shiftWords.askedAt, whole: true, cell: (row) => moment(row.askedAt) },
    {
      title: shiftWords.answer,
      cell: (row) =>
        row.accepted === null ? (
          <Chip tone="look">{t(shiftWords.waiting)}</Chip>
        ) : (
          <>
            <Chip tone={row.accepted ? 'good' : 'calm'}>{t(row.accepted ? shiftWords.accepted : shiftWords.declined)}</Chip> {row.answer}
          </>
        ),
    },
    ...(mayManage
      ? [
          {
            title: uiWords.actions,
            acts: true as const,
            cell: (row: Row) =>
              row.accepted === null ? (
                <Button size="small" aria-label={t(shiftWords.decideOf, { name: row.name })} onClick={() => setDeciding(row)}>
                  {t(shiftWords.decide)}
                </Button>
              ) : null,
          },
        ]
      : []),
  ]
  const close = () => setDeciding(undefined)
  return (
    <>
      <AskedState asked={asked}>
        {({ rows, total }) => (
          <>
            <RecordTable
              name={t(shiftWords.queries)}
              columns={columns}
              rows={rows}
              keyOf={(row) => row.id}
              empty={t(shiftWords.queriesNone)}
            />
            <Pager offset={query.offset} limit={limit} total={total} onMove={query.setOffset} />
          </>
        )}
      </AskedState>
      <FormDialog<Entry>
        open={deciding !== undefined}
        of={deciding?.id}
        name="decide-query"
        title={t(shiftWords.decideOf, { name: deciding?.name ?? '' })}
        about={t(shiftWords.decideAbout)}
        action={t(shiftWords.decide)}
        fields={fields}
        doing={doing}
        onFinish={({ accepted, answer }) => {
          if (deciding === undefined) return
          doing.run(
            { id: deciding.id, accepted, answer },
            {
              onDone: () => {
                close()
                void message.success(t(shiftWords.saved))
              },
            },
          )
        }}
        onClose={close}
      >
        <Form.Item name="accepted" label={t(shiftWords.decide)} rules={[{ required: true, message: t(uiWords.choose) }]}>
          <Radio.Group
            options={[
              { value: true, label: t(shiftWords.accept) },
              { value: false, label: t(shiftWords.decline) },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="answer"
          label={t(shiftWords.reason)}
          rules={[{ required: true, message: t(uiWords.required) }, fits(reasonSchema, t(uiWords.reasonShort))]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </FormDialog>
    </>
  )
}
