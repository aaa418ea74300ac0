import { Form, Input, Select } from 'antd'
import { Link } from 'react-router'
import { z } from 'zod'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { needWords } from '../needs/need-words.ts'
import { caseWords, formWords } from './case-words.ts'
import { ListRows, required } from './list-rows.tsx'
import { LongText } from './long-text.tsx'
import type { CaseDetail } from './schema.ts'
import { needDomainSchema } from './vocabulary-schema.ts'
import { needDomainWords } from './vocabulary-words.ts'

/** What the plan and agreement say: need → goal → action → who → when. A revision says why. */
export function PlanFields({ found, isRevision }: { found: CaseDetail; isRevision: boolean }) {
  const t = useWords()
  const goals = z.array(z.object({ id: z.uuid(), text: z.string().optional() }).nullish()).safeParse(Form.useWatch('goals')).data ?? []
  const goalOptions = goals.flatMap((goal) =>
    goal?.text === undefined || goal.text.trim() === '' ? [] : [{ value: goal.id, label: goal.text }],
  )
  return (
    <>
      {isRevision ? (
        <Form.Item name="why" label={t(formWords.why)} rules={[required(t)]}>
          <Input maxLength={200} />
        </Form.Item>
      ) : null}
      {isRevision ? null : (
        <p>
          {found.needs.length > 0 ? (
            t(caseWords.needsTaken)
          ) : (
            <>
              {t(caseWords.noNeeds)}{' '}
              {found.personId === null ? null : <Link to={`/people/${found.personId}?tab=needs`}>{t(needWords.tab)}</Link>}
            </>
          )}
        </p>
      )}
      <LongText name="overall" words={formWords.overall} must />
      <ListRows
        name="goals"
        label={t(formWords.goals)}
        fields={[
          { name: 'text', label: t(caseWords.goal), field: <Input maxLength={400} />, rules: [required(t)], part: 4 },
          ...(found.needs.length === 0
            ? []
            : [
                {
                  name: 'needId',
                  label: t(caseWords.forNeed),
                  field: <Select allowClear options={found.needs.map((need) => ({ value: need.id, label: need.statement }))} />,
                  part: 4,
                },
              ]),
          {
            name: 'domain',
            label: t(formWords.domain),
            field: <Select allowClear options={needDomainSchema.options.map((value) => ({ value, label: t(needDomainWords[value]) }))} />,
            part: 2,
          },
          { name: 'indicator', label: t(formWords.indicator), field: <Input maxLength={200} />, part: 2 },
          { name: 'baseline', label: t(formWords.baseline), field: <Input maxLength={200} /> },
          { name: 'target', label: t(formWords.target), field: <Input maxLength={200} /> },
          { name: 'deadline', label: t(formWords.deadline), field: <DayField />, part: 2 },
        ]}
      />
      <LongText name="strategy" words={formWords.strategy} />
      <ListRows
        name="actions"
        label={t(formWords.actions)}
        fields={[
          { name: 'text', label: t(formWords.action), field: <Input maxLength={400} />, rules: [required(t)], part: 4 },
          { name: 'goalId', label: t(caseWords.forGoal), field: <Select allowClear options={goalOptions} />, part: 4 },
          { name: 'who', label: t(formWords.who), field: <Input maxLength={200} />, part: 2 },
          { name: 'howOften', label: t(formWords.howOften), field: <Input maxLength={200} /> },
          { name: 'from', label: t(formWords.from), field: <DayField />, part: 2 },
          { name: 'to', label: t(formWords.to), field: <DayField />, part: 2 },
        ]}
      />
      <LongText name="resources" words={formWords.resources} />
      <LongText name="duties" words={formWords.duties} />
      <LongText name="confidentiality" words={formWords.confidentiality} />
    </>
  )
}
