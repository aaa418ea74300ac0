import { App, Button, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { v7 } from 'uuid'
import { daySchema } from '../../kernel/day.ts'
import { entered } from '../../kernel/entered.ts'
import { organisationIdSchema, type ProjectId } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip, type Tone } from '../../web/ui/chip.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { RecordTable } from '../../web/ui/record-table.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { listOrganisations } from '../organisations/schema.ts'
import style from './linkage.module.css'
import { linkageWords, planWords } from './linkage-words.ts'
import { listLinkNeeds } from './need-schema.ts'
import { listPlans, planStateSchema, planStateWords, savePlan, type PlanRow, type PlanState } from './plan-schema.ts'

const tones: Record<PlanState, Tone> = { open: 'calm', done: 'good', dropped: 'plain' }

/** The third list: needs that are alike put together, with who leads, what for, and how far it is. */
export function PlanList({ projectId, adding, onAdded }: { projectId: ProjectId; adding: boolean; onAdded: () => void }) {
  const t = useWords()
  const { day, number } = useFormats()
  const mayWrite = useMay('linkage.write')
  const asked = useAsk(listPlans, { projectId })
  const [changing, setChanging] = useState<PlanRow>()
  return (
    <AskedState asked={asked}>
      {({ rows }) => (
        <>
          <RecordTable<PlanRow>
            name={t(linkageWords.plans)}
            rows={rows}
            keyOf={(row) => row.id}
            empty={t(planWords.none)}
            columns={[
              { title: planWords.name, heads: true, cell: (row) => row.title },
              { title: linkageWords.state, cell: (row) => <Chip tone={tones[row.state]}>{t(planStateWords[row.state])}</Chip> },
              { title: planWords.lead, cell: (row) => row.lead ?? '—' },
              { title: planWords.partners, cell: (row) => row.partners ?? '—' },
              { title: planWords.goal, cell: (row) => row.goal ?? '—' },
              {
                title: planWords.startsOn,
                cell: (row) =>
                  t(planWords.period, {
                    from: row.startsOn === null ? '—' : day(row.startsOn),
                    to: row.endsOn === null ? '—' : day(row.endsOn),
                  }),
              },
              { title: planWords.budget, numeric: true, cell: (row) => (row.budgetFen === null ? '—' : number(row.budgetFen / 100)) },
              { title: planWords.needs, cell: (row) => t(planWords.needsCount, { n: row.needs, met: row.needsMet }) },
              { title: planWords.links, numeric: true, cell: (row) => number(row.links) },
              ...(mayWrite
                ? [
                    {
                      title: uiWords.actions,
                      acts: true as const,
                      cell: (row: PlanRow) => (
                        <Button size="small" aria-label={t(linkageWords.changeOf, { title: row.title })} onClick={() => setChanging(row)}>
                          {t(linkageWords.change)}
                        </Button>
                      ),
                    },
                  ]
                : []),
            ]}
          />
          {adding ? <PlanDialog projectId={projectId} onClose={onAdded} /> : null}
          {changing === undefined ? null : <PlanDialog projectId={projectId} plan={changing} onClose={() => setChanging(undefined)} />}
        </>
      )}
    </AskedState>
  )
}

type Entry = {
  title: string
  goal?: string
  leadId?: string
  partners?: string
  yuan?: number | null
  startsOn?: string | null
  endsOn?: string | null
  state: PlanState
  stateReason?: string
  needIds?: string[]
}
const fields = ['title', 'goal', 'leadId', 'partners', 'budgetFen', 'startsOn', 'endsOn', 'state', 'stateReason', 'needIds'].flatMap(
  (field) => [field, `file.${field}`],
)

const entryOf = (plan: PlanRow): Partial<Entry> => ({
  title: plan.title,
  state: plan.state,
  needIds: plan.needIds,
  startsOn: plan.startsOn,
  endsOn: plan.endsOn,
  yuan: plan.budgetFen === null ? null : plan.budgetFen / 100,
  ...(plan.goal === null ? {} : { goal: plan.goal }),
  ...(plan.leadId === null ? {} : { leadId: plan.leadId }),
  ...(plan.partners === null ? {} : { partners: plan.partners }),
  ...(plan.stateReason === null ? {} : { stateReason: plan.stateReason }),
})

function PlanDialog({ projectId, plan, onClose }: { projectId: ProjectId; plan?: PlanRow; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const saving = useDo(savePlan)
  const [id] = useState(() => v7())
  const organisations = useAsk(listOrganisations, { limit: 200 })
  const open = useAsk(listLinkNeeds, { projectId, limit: 200 })
  const own = useAsk(listLinkNeeds, { projectId, limit: 200, state: 'met', planId: plan?.id ?? id }, { when: plan !== undefined })
  const needs = [...(open.data?.rows ?? []), ...(own.data?.rows ?? [])]
  const save = (entry: Entry) =>
    saving.run(
      {
        id: plan?.id ?? id,
        projectId,
        version: plan?.version ?? 0,
        file: {
          title: entry.title,
          goal: entered(entry.goal),
          leadId: organisationIdSchema.safeParse(entry.leadId).data ?? null,
          partners: entered(entry.partners),
          budgetFen: entry.yuan === undefined || entry.yuan === null ? null : Math.round(entry.yuan * 100),
          startsOn: daySchema.safeParse(entry.startsOn).data ?? null,
          endsOn: daySchema.safeParse(entry.endsOn).data ?? null,
          state: entry.state,
          stateReason: entered(entry.stateReason),
          needIds: entry.needIds ?? [],
        },
      },
      {
        onDone: () => {
          void message.success(t(linkageWords.saved))
          onClose()
        },
      },
    )
  return (
    <FormDialog<Entry>
      open
      name="link-plan"
      title={plan === undefined ? t(planWords.add) : t(linkageWords.changeOf, { title: plan.title })}
      action={t(uiWords.save)}
      fields={fields}
      first={plan === undefined ? { state: 'open' } : entryOf(plan)}
      doing={saving}
      onFinish={save}
      onClose={onClose}
    >
      <Form.Item name="title" label={t(planWords.name)} rules={[{ required: true, whitespace: true, message: t(uiWords.required) }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="needIds" label={t(planWords.needs)}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={needs.map((need) => ({ value: need.id, label: [need.title, need.communityName].join(' · ') }))}
          placeholder={t(uiWords.choose)}
        />
      </Form.Item>
      <div className={style['two']}>
        <Form.Item name="leadId" label={t(planWords.lead)}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={(organisations.data?.rows ?? []).map((row) => ({ value: row.id, label: row.name }))}
            placeholder={t(uiWords.choose)}
          />
        </Form.Item>
        <Form.Item name="partners" label={t(planWords.partners)}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="startsOn" label={t(planWords.startsOn)}>
          <DayField />
        </Form.Item>
        <Form.Item name="endsOn" label={t(planWords.endsOn)}>
          <DayField />
        </Form.Item>
        <Form.Item name="yuan" label={t(planWords.budget)}>
          <InputNumber min={0} max={100_000_000} precision={2} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="state" label={t(linkageWords.state)}>
          <Select options={planStateSchema.options.map((state) => ({ value: state, label: t(planStateWords[state]) }))} />
        </Form.Item>
      </div>
      <Form.Item name="goal" label={t(planWords.goal)}>
        <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} />
      </Form.Item>
      <Form.Item name="stateReason" label={t(planWords.stateReason)}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}
