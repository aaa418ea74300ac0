import { App, Form, Input } from 'antd'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { fits } from '../../web/ui/form-problem.ts'
import { uiWords } from '../../web/ui/ui-words.ts'
import { roleWords } from '../identity/role-rules.ts'
import { endGrant, type AccountRow, type Grant } from '../identity/schema.ts'
import { useGrantPlace } from './grant-place.tsx'
import { grantWords } from './grants-words.ts'

type Entry = { reason: string }
const fields = ['reason']

/** Ends a grant, for a reason that stays in the trail. */
export function EndGrant({ ending, onClose }: { ending: { account: AccountRow; grant: Grant } | undefined; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const placeOf = useGrantPlace()
  const doing = useDo(endGrant)
  return (
    <FormDialog<Entry>
      open={ending !== undefined}
      of={ending?.grant.id}
      name="end-grant"
      title={ending === undefined ? '' : t(grantWords.endOf, { name: ending.account.displayName, role: t(roleWords[ending.grant.role]) })}
      about={ending === undefined ? '' : t(grantWords.endAbout, { place: placeOf(ending.grant) })}
      action={t(grantWords.end)}
      fields={fields}
      doing={doing}
      onFinish={({ reason }) => {
        if (ending === undefined) return
        doing.run(
          { id: ending.grant.id, reason },
          {
            onDone: () => {
              onClose()
              void message.success(t(grantWords.ended))
            },
          },
        )
      }}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={t(grantWords.reason)}
        rules={[{ required: true, message: t(uiWords.required) }, fits(endGrant.input.shape.reason, t(uiWords.reasonShort))]}
      >
        <Input maxLength={200} placeholder={t(grantWords.reasonHint)} />
      </Form.Item>
    </FormDialog>
  )
}
