import { Form, Input } from 'antd'
import { useRef } from 'react'
import { v7 } from 'uuid'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { fits } from '../../web/ui/form-problem.ts'
import { uiWords } from '../../web/ui/ui-words.ts'
import { accountWords } from './accounts-words.ts'
import { firstPasswordBytes, firstPasswordOf } from './first-password-rules.ts'
import type { Given } from './given-password.tsx'
import { addAccount } from './schema.ts'

type Entry = { name: string; displayName: string }
const fields = ['name', 'displayName']

/** What a new account is made with beside what is filled in: the same again while the same account is tried again. */
const newMaking = () => ({ id: v7(), password: firstPasswordOf(crypto.getRandomValues(new Uint8Array(firstPasswordBytes))) })

/** Opens an account. Its first password is made here and known nowhere else. */
export function AddAccount({ open, onClose, onAdded }: { open: boolean; onClose: () => void; onAdded: (given: Given) => void }) {
  const t = useWords()
  const adding = useDo(addAccount)
  const making = useRef(newMaking())
  const required = { required: true, whitespace: true, message: t(uiWords.required) }

  const add = (entry: Entry) => {
    const { id, password } = making.current
    adding.run(
      { id, password, ...entry },
      {
        onDone: () => {
          making.current = newMaking()
          onAdded({ name: entry.displayName, account: entry.name, password })
        },
      },
    )
  }

  return (
    <FormDialog<Entry>
      open={open}
      name="add-account"
      title={t(accountWords.add)}
      about={t(accountWords.addAbout)}
      action={t(accountWords.make)}
      fields={fields}
      doing={adding}
      onFinish={add}
      onClose={onClose}
    >
      <Form.Item name="displayName" label={t(accountWords.displayName)} extra={t(accountWords.displayNameRule)} rules={[required]}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="name"
        label={t(accountWords.name)}
        extra={t(accountWords.nameRule)}
        validateTrigger="onBlur"
        rules={[required, fits(addAccount.input.shape.name, t(accountWords.nameWrong))]}
      >
        <Input maxLength={40} autoComplete="off" spellCheck={false} autoCapitalize="none" />
      </Form.Item>
    </FormDialog>
  )
}
