import { Form, Select } from 'antd'
import { z } from 'zod'
import { serviceIdSchema } from '../../kernel/ids.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { isSettled } from '../needs/need-rules.ts'
import { needStateWords } from '../needs/need-words.ts'
import { caseWords, sessionWords } from './case-words.ts'
import type { Goal } from './form-schema.ts'
import type { CaseDetail, CaseNeed } from './schema.ts'
import style from './casework.module.css'

const entrySchema = z.record(z.uuid(), z.object({ state: z.enum(['met', 'notMet']).nullish(), serviceId: serviceIdSchema.nullish() }))

/** What the closing says of needs, as its endpoint takes it; those left open are not in it. */
export function settledOf(needs: readonly CaseNeed[], entered: unknown) {
  const said = entrySchema.safeParse(entered ?? {}).data ?? {}
  return needs.flatMap(({ id, version }) => {
    const one = said[id]
    return one?.state === null || one?.state === undefined
      ? []
      : [{ id, version, state: one.state, serviceId: one.state === 'met' ? (one.serviceId ?? null) : null }]
  })
}

/** The needs that the plan's goals work on: met or not, and by which session. */
export function ClosingNeeds({ found, goals }: { found: CaseDetail; goals: readonly Goal[] }) {
  const t = useWords()
  const { day } = useFormats()
  const needs = found.needs.filter((need) => !isSettled(need.state) && goals.some((goal) => goal.needId === need.id))
  const sessions = found.caseSessions
    .filter((one) => one.status === 'held')
    .toReversed()
    .map((one) => ({
      value: one.id,
      label: [one.ordinal === null ? '' : t(sessionWords.nth, { n: one.ordinal }), one.day === null ? '' : day(one.day)].join(' ').trim(),
    }))
  if (needs.length === 0) return null
  return (
    <fieldset className={style['rows']}>
      <legend>{t(caseWords.closingNeeds)}</legend>
      {needs.map((need) => (
        <div key={need.id} className={style['row']}>
          <p style={{ flex: '3 1 240px', margin: '6px 0' }}>{need.statement}</p>
          <div style={{ flex: '1 1 140px' }}>
            <Form.Item name={['settled', need.id, 'state']} label={t(caseWords.needEnd)}>
              <Select
                allowClear
                placeholder={t(caseWords.needStays)}
                options={(['met', 'notMet'] as const).map((value) => ({ value, label: t(needStateWords[value]) }))}
              />
            </Form.Item>
          </div>
          <div style={{ flex: '2 1 180px' }}>
            <Form.Item name={['settled', need.id, 'serviceId']} label={t(caseWords.needBy)}>
              <Select allowClear options={sessions} placeholder={t(caseWords.needByNone)} />
            </Form.Item>
          </div>
        </div>
      ))}
    </fieldset>
  )
}
