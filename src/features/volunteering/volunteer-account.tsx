import { App, Button, Form, Input } from 'antd'
import { useRef, useState } from 'react'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { fits } from '../../web/ui/form-problem.ts'
import { Panel } from '../../web/ui/page.tsx'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { firstPasswordBytes, firstPasswordOf } from '../identity/first-password-rules.ts'
import { GivenPassword, type Given } from '../identity/given-password.tsx'
import { closeAccount, openAccount, type VolunteerDetail } from './register-schema.ts'
import { volunteerWords } from './volunteer-words.ts'

const fields = ['name', 'reason']
const newPassword = () => firstPasswordOf(crypto.getRandomValues(new Uint8Array(firstPasswordBytes)))

/** Whether a volunteer can sign in, and how that begins and ends. */
export function VolunteerAccount({ volunteer, mayManage }: { volunteer: VolunteerDetail; mayManage: boolean }) {
  const t = useWords()
  const { message } = App.useApp()
  const opening = useDo(openAccount)
  const closing = useDo(closeAccount)
  const [open, setOpen] = useState<'new' | 'known' | 'close'>()
  const [given, setGiven] = useState<Given>()
  const password = useRef(newPassword())
  const required = { required: true, whitespace: true, message: t(uiWords.required) }
  const close = () => setOpen(undefined)
  const start = ({ name }: { name: string }) => {
    const isNew = open === 'new'
    opening.run(
      { volunteerId: volunteer.id, name, ...(isNew ? { password: password.current } : {}) },
      {
        onDone: () => {
          close()
          if (isNew) setGiven({ name: volunteer.name, account: name, password: password.current })
          else void message.success(t(volunteerWords.accountOpened))
          password.current = newPassword()
        },
      },
    )
  }
  return (
    <Panel title={t(volunteerWords.account)}>
      <p>{volunteer.account === null ? t(volunteerWords.accountNone) : t(volunteerWords.accountIs, { name: volunteer.account.name })}</p>
      {!mayManage ? null : volunteer.account === null ? (
        <Buttons>
          <Button onClick={() => setOpen('new')}>{t(volunteerWords.openAccount)}</Button>
          <Button onClick={() => setOpen('known')}>{t(volunteerWords.tieAccount)}</Button>
        </Buttons>
      ) : (
        <Button danger onClick={() => setOpen('close')}>
          {t(volunteerWords.closeAccount)}
        </Button>
      )}
      <FormDialog<{ name: string }>
        open={open === 'new' || open === 'known'}
        name="volunteer-account"
        title={t(open === 'known' ? volunteerWords.tieAccount : volunteerWords.openAccount)}
        about={t(open === 'known' ? volunteerWords.tieAccountAbout : volunteerWords.openAccountAbout)}
        action={t(open === 'known' ? volunteerWords.tieAccount : volunteerWords.openAccount)}
        fields={fields}
        doing={opening}
        onFinish={start}
        onClose={close}
      >
        <Form.Item
          name="name"
          label={t(volunteerWords.loginName)}
          validateTrigger="onBlur"
          rules={[required, fits(openAccount.input.shape.name, t(volunteerWords.loginNameWrong))]}
        >
          <Input maxLength={40} autoComplete="off" spellCheck={false} autoCapitalize="none" />
        </Form.Item>
      </FormDialog>
      <ReasonDialog
        open={open === 'close'}
        title={t(volunteerWords.closeAccount)}
        about={t(volunteerWords.closeAccountAbout)}
        action={t(volunteerWords.closeAccount)}
        label={t(volunteerWords.reason)}
        doing={closing}
        onReason={(reason) => closing.run({ volunteerId: volunteer.id, reason }, { onDone: close })}
        onClose={close}
      />
      <GivenPassword given={given} onClose={() => setGiven(undefined)} />
    </Panel>
  )
}
