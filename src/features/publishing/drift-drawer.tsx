import { Button, Drawer, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Facts } from '../../web/ui/facts.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { printFigure } from './bulletin-text-rules.ts'
import { correctionReasonSchema, frozenIdSchema, frozenSetIdSchema, type FrozenFigureId } from './figure-record-schema.ts'
import { correctFrozen, openFrozen, showDrift, type Drifted } from './frozen-schema.ts'
import { correctionWords, driftWords, publishingWords } from './publishing-words.ts'

const fields = ['reason', 'note']
type Entry = { reason: keyof typeof correctionWords; note: string }

/** One frozen figure: what it was, what the ledger says now, who came and went and why, and how to correct it. */
export function DriftDrawer({ id, onClose }: { id: FrozenFigureId; onClose: () => void }) {
  const t = useWords()
  const { moment } = useFormats()
  const mayCorrect = useMay('frozen.write')
  const [correcting, setCorrecting] = useState(false)
  const figure = useAsk(openFrozen, { id })
  const drift = useAsk(showDrift, { id })
  const doing = useDo(correctFrozen)
  return (
    <Drawer open title={figure.data === undefined ? t(publishingWords.frozen) : t(figure.data.record.name)} onClose={onClose} size="large">
      <AskedState asked={figure}>
        {({ record, hash, now, correctedBy, corrections, membersMoved }) => {
          const say = (value: number | null) => printFigure(record.measure, value, 'full').zh
          const mayNow = mayCorrect && correctedBy === null && (now !== record.value || membersMoved === true)
          return (
            <>
              <Facts
                facts={[
                  [publishingWords.scope, t(record.scopeText)],
                  [publishingWords.asOf, moment(record.asOf)],
                  [publishingWords.frozenValue, say(record.value)],
                  [publishingWords.nowValue, say(now)],
                  [
                    publishingWords.corrected,
                    corrections.map(({ record: later }) => (
                      <div key={later.id}>{`${moment(later.asOf)} ${say(later.value)} · ${later.corrects?.note ?? ''}`}</div>
                    )),
                  ],
                  [{ zh: '口径', en: 'Rule' }, t(record.rule)],
                  [publishingWords.hash, hash],
                ]}
              />
              {mayNow ? (
                <Button type="primary" onClick={() => setCorrecting(true)}>
                  {t(publishingWords.correct)}
                </Button>
              ) : null}
            </>
          )
        }}
      </AskedState>
      <AskedState asked={drift}>
        {({ came, went, changed, outside }) => (
          <>
            {came.length + went.length + changed.length + outside.length === 0 ? <p>{t(publishingWords.unmoved)}</p> : null}
            <Moved title={t(publishingWords.came, { n: came.length })} rows={came} />
            <Moved title={t(publishingWords.went, { n: went.length })} rows={went} />
            <Moved title={t(publishingWords.changedMembers, { n: changed.length })} rows={changed} />
            {outside.length === 0 ? null : <p>{t(publishingWords.outside, { n: outside.reduce((sum, one) => sum + one.count, 0) })}</p>}
          </>
        )}
      </AskedState>
      <FormDialog<Entry>
        open={correcting}
        name="correct-figure"
        title={t(publishingWords.correct)}
        about={t(publishingWords.correctAbout)}
        action={t(publishingWords.correct)}
        fields={fields}
        doing={doing}
        onFinish={({ reason, note }) =>
          doing.run(
            { id, newId: frozenIdSchema.parse(doing.newId('figure')), setId: frozenSetIdSchema.parse(doing.newId('set')), reason, note },
            { onDone: () => setCorrecting(false) },
          )
        }
        onClose={() => setCorrecting(false)}
      >
        <Form.Item name="reason" label={t(publishingWords.reasonKind)} rules={[{ required: true, message: t(uiWords.choose) }]}>
          <Select options={correctionReasonSchema.options.map((reason) => ({ value: reason, label: t(correctionWords[reason]) }))} />
        </Form.Item>
        <Form.Item name="note" label={t(publishingWords.note)} rules={[{ required: true, min: 2, message: t(uiWords.reasonShort) }]}>
          <Input maxLength={200} />
        </Form.Item>
      </FormDialog>
    </Drawer>
  )
}

function Moved({ title, rows }: { title: string; rows: readonly Drifted[] }) {
  const t = useWords()
  if (rows.length === 0) return null
  return (
    <section aria-label={title}>
      <h2 style={{ fontSize: 16 }}>{title}</h2>
      <ul>
        {rows.map((row) => (
          <li key={row.name}>
            <Member row={row} /> <Chip tone="calm">{t(driftWords[row.reason])}</Chip> {row.said ?? ''}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A link among words is known by more than its colour. */
const underlined = { textDecoration: 'underline' } as const

function Member({ row }: { row: Drifted }) {
  const t = useWords()
  if (!row.known) return <span>{t(publishingWords.gone)}</span>
  const text = row.person ?? row.title ?? row.day ?? row.name
  const shown = row.mergedInto === null ? text : `${text} → ${row.mergedInto.name}`
  if (row.personId !== null)
    return (
      <Link to={`/people/${row.personId}`} style={underlined}>
        {shown}
      </Link>
    )
  return row.serviceId === null ? (
    <span>{shown}</span>
  ) : (
    <Link to={`/services/${row.serviceId}`} style={underlined}>
      {shown}
    </Link>
  )
}
