import { App, Form, Input } from 'antd'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { accountWords } from './accounts-words.ts'
import { changeAccount, type AccountRow } from './schema.ts'

type Entry = { displayName: string }
const fields = ['displayName']

/** Changes the name colleagues see. */
export function RenameAccount({ open, account, onClose }: { open: boolean; account: AccountRow; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const changing = useDo(changeAccount)
  return (
    <FormDialog<Entry>
      open={open}
      name={`rename-${account.id}`}
      title={t(accountWords.renameOf, { name: account.displayName })}
      action={t(uiWords.save)}
      fields={fields}
      first={{ displayName: account.displayName }}
      doing={changing}
      onFinish={({ displayName }) =>
        changing.run(
          { id: account.id, displayName },
          {
            onDone: () => {
              onClose()
              void message.success(t(accountWords.renamed, { name: displayName }))
            },
          },
        )
      }
      onClose={onClose}
    >
      <Form.Item
        name="displayName"
        label={t(accountWords.displayName)}
        rules={[{ required: true, whitespace: true, message: t(uiWords.required) }]}
      >
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  )
}
