import { App, Form, Segmented } from 'antd'
import { addDays, daySchema } from '../../kernel/day.ts'
import type { PersonId, ProjectId } from '../../kernel/ids.ts'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { ReasonField } from '../../web/ui/reason-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import type { VisitsOfPerson } from './record-schema.ts'
import { decideTier } from './schema.ts'
import { tierSchema, tierWords, type Tier } from './visit-schema.ts'
import { riskWords } from './visit-words.ts'

type Entry = { tier: Tier; reason: string; reviewOn?: string | null }
const fields = ['tier', 'reason', 'reviewOn']

/** Decides a person's tier, for a reason. */
export function TierDialog({
  projectId,
  personId,
  shown,
  open,
  onClose,
}: {
  projectId: ProjectId
  personId: PersonId
  shown: VisitsOfPerson
  open: boolean
  onClose: () => void
}) {
  const t = useWords()
  const { message } = App.useApp()
  const deciding = useDo(decideTier)
  const save = ({ tier, reason, reviewOn }: Entry) =>
    deciding.run(
      { id: deciding.newId(), projectId, personId, tier, reason, reviewOn: daySchema.safeParse(reviewOn).data ?? null },
      {
        onDone: () => {
          onClose()
          void message.success(t(riskWords.saved))
        },
      },
    )
  return (
    <FormDialog<Entry>
      open={open}
      name="decide-tier"
      title={t(riskWords.decideOf)}
      about={t(riskWords.suggestion, { tier: t(tierWords[shown.suggestion.tier]) })}
      action={t(uiWords.save)}
      fields={fields}
      first={{ tier: shown.isDecided ? shown.tier : shown.suggestion.tier, reviewOn: addDays(shown.asOf, shown.reviewDays) }}
      doing={deciding}
      onFinish={save}
      onClose={onClose}
    >
      <Form.Item name="tier" label={t(riskWords.tier)} extra={t(riskWords.crisisNote)}>
        <Segmented block options={tierSchema.options.map((value) => ({ value, label: t(tierWords[value]) }))} />
      </Form.Item>
      <ReasonField label={t(riskWords.reason)} placeholder={t(riskWords.reasonHint)} long />
      <Form.Item name="reviewOn" label={t(riskWords.reviewOn)}>
        <DayField />
      </Form.Item>
    </FormDialog>
  )
}
