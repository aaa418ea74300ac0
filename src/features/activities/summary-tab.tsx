import { App, Button, Form, Input, InputNumber } from 'antd'
import { entered } from '../../kernel/entered.ts'
import type { Words } from '../../kernel/words.ts'
import { toFen } from '../../kernel/money.ts'
import { useDo } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { useDraft } from '../../web/ui/draft.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { FormGrid } from '../../web/ui/form-grid.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { partPlayedWords } from '../ledger/ledger-words.ts'
import { activityWords } from './activities-words.ts'
import { satisfactionOf, totalFen } from './activity-rules.ts'
import { summariseActivity, type Activity, type Summary } from './activity-schema.ts'
import style from './event.module.css'
import { PlanRows } from './plan-rows.tsx'

type Grades = Summary['satisfaction']
type Entry = {
  course?: string
  effect?: string
  improve?: string
  report?: string
  satisfaction?: { [K in keyof Grades]?: number | null }
  costs?: { item?: string; yuan?: number | null; voucher?: string }[]
}
const grades = ['very', 'content', 'neutral', 'discontent', 'veryDiscontent'] as const

/** What came of it: who came counts itself, the rest is written. */
export function SummaryTab({ activity, mayWrite }: { activity: Activity; mayWrite: boolean }) {
  const t = useWords()
  const { minutes, share, money } = useFormats()
  const { heads, summary } = activity
  const satisfied = summary === null ? undefined : satisfactionOf(summary)
  const numbers: readonly (readonly [Words, string])[] = [
    [activityWords.served, t(activityWords.persons, { n: heads.beneficiary + heads.carer })],
    ...(['child', 'volunteer', 'worker', 'partner'] as const).map(
      (part) => [partPlayedWords[part], t(activityWords.persons, { n: heads[part] })] as const,
    ),
    [activityWords.unnamed, t(activityWords.persons, { n: heads.unnamed })],
    [activityWords.volunteerHours, minutes(heads.volunteerMinutes)],
  ]
  return (
    <>
      <Panel title={t(activityWords.cameBy)}>
        <dl className={style['numbers']}>
          {numbers.map(([words, value]) => (
            <div key={words.zh}>
              <dt>{t(words)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {satisfied === undefined ? null : <p>{t(activityWords.satisfied, { share: share(satisfied.share), n: satisfied.answers })}</p>}
        {summary === null || summary.costs.length === 0 ? null : (
          <p>{t(activityWords.costTotal, { money: money(totalFen(summary.costs)), budget: money(totalFen(activity.plan.budget)) })}</p>
        )}
      </Panel>
      {activity.status !== 'held' ? (
        <Panel>
          <p>{t(activityWords.notHeldYet)}</p>
        </Panel>
      ) : mayWrite ? (
        <Writing activity={activity} />
      ) : (
        <Panel title={t(activityWords.tabSummary)}>
          {(
            [
              ['course', activityWords.course],
              ['effect', activityWords.effect],
              ['improve', activityWords.improve],
            ] as const
          ).map(([key, words]) => (
            <div key={key}>
              <h3 className={style['part']}>{t(words)}</h3>
              <p className={style['text']}>{summary?.[key] ?? '—'}</p>
            </div>
          ))}
        </Panel>
      )}
    </>
  )
}

function Writing({ activity }: { activity: Activity }) {
  const t = useWords()
  const { message } = App.useApp()
  const [form] = Form.useForm<Entry>()
  const saving = useDo(summariseActivity)
  const first = entryOf(activity.summary)
  const draft = useDraft(form, `activity.summary.${activity.id}`, first)
  return (
    <Panel title={t(activityWords.tabSummary)}>
      {draft.note}
      <FailureNote failure={saving.failure} onRetry={saving.again} />
      <Form
        form={form}
        name="summary"
        layout="vertical"
        requiredMark={false}
        initialValues={first}
        onValuesChange={draft.keep}
        onFinish={(entry) =>
          saving.run(
            { id: activity.id, planVersion: activity.planVersion, summary: summaryOf(entry) },
            {
              onDone: () => {
                draft.forget()
                void message.success(t(activityWords.saved))
              },
            },
          )
        }
      >
        {(
          [
            ['course', activityWords.course],
            ['effect', activityWords.effect],
            ['improve', activityWords.improve],
            ['report', activityWords.report],
          ] as const
        ).map(([name, words]) => (
          <Form.Item key={name} name={name} label={t(words)}>
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
          </Form.Item>
        ))}
        <section className={style['rows']} aria-label={t(activityWords.satisfaction)}>
          <h2>{t(activityWords.satisfaction)}</h2>
          <FormGrid>
            {grades.map((grade) => (
              <Form.Item key={grade} name={['satisfaction', grade]} label={t(activityWords[grade])}>
                <InputNumber min={0} max={10_000} precision={0} />
              </Form.Item>
            ))}
          </FormGrid>
        </section>
        <PlanRows
          name="costs"
          title={activityWords.costs}
          add={activityWords.addBudget}
          fields={[
            { name: 'item', words: activityWords.budgetItem, part: 4 },
            { name: 'yuan', words: activityWords.yuan, number: true, part: 2 },
            { name: 'voucher', words: activityWords.voucher, part: 2 },
          ]}
        />
        <Button type="primary" htmlType="submit" loading={saving.busy}>
          {t(activityWords.saveSummary)}
        </Button>
      </Form>
    </Panel>
  )
}

function summaryOf(entry: Entry): Summary {
  const of = (grade: keyof Grades) => entry.satisfaction?.[grade] ?? 0
  return {
    course: entered(entry.course),
    effect: entered(entry.effect),
    improve: entered(entry.improve),
    report: entered(entry.report),
    satisfaction: {
      very: of('very'),
      content: of('content'),
      neutral: of('neutral'),
      discontent: of('discontent'),
      veryDiscontent: of('veryDiscontent'),
    },
    costs: (entry.costs ?? []).flatMap(({ item, yuan, voucher }) => {
      const said = entered(item)
      return said === null ? [] : [{ item: said, amountFen: toFen(yuan ?? 0), voucher: entered(voucher) }]
    }),
  }
}

function entryOf(summary: Summary | null): Entry {
  if (summary === null) return {}
  const { course, effect, improve, report, satisfaction, costs } = summary
  return {
    ...Object.fromEntries(Object.entries({ course, effect, improve, report }).filter(([, value]) => value !== null)),
    satisfaction,
    costs: costs.map(({ item, amountFen, voucher }) => ({ item, yuan: amountFen / 100, ...(voucher === null ? {} : { voucher }) })),
  }
}
