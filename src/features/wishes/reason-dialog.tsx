import { App, Form, Input } from 'antd'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { fits } from '../../web/ui/form-problem.ts'
import { uiWords } from '../../web/ui/ui-words.ts'
import { dropForOther, screenWish, stepBackWish, withdrawWish, type Wish } from './schema.ts'
import { wishWords } from './wish-words.ts'

/** Steps that only ask why. */
export type Why = 'sendBack' | 'drop' | 'withdraw' | 'stepBack'
const fields = ['reason']

export function ReasonDialog({ wish, why, onClose }: { wish: Wish; why: Why | undefined; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const screening = useDo(screenWish)
  const dropping = useDo(dropForOther)
  const withdrawing = useDo(withdrawWish)
  const stepping = useDo(stepBackWish)
  const done = {
    onDone: () => {
      onClose()
      void message.success(t(wishWords.done))
    },
  }
  const { id, version } = wish
  const steps = {
    sendBack: {
      doing: screening,
      title: wishWords.sendBack,
      about: wishWords.screenAbout,
      run: (reason: string) => screening.run({ id, version, publish: false, reason }, done),
    },
    drop: {
      doing: dropping,
      title: wishWords.drop,
      about: wishWords.dropAbout,
      run: (reason: string) => dropping.run({ id, version, reason }, done),
    },
    withdraw: {
      doing: withdrawing,
      title: wishWords.withdraw,
      about: wishWords.withdrawAbout,
      run: (reason: string) => withdrawing.run({ id, version, reason }, done),
    },
    stepBack: {
      doing: stepping,
      title: wishWords.stepBack,
      about: wish.state === 'delivered' ? wishWords.backDelivered : wishWords.backOther,
      run: (reason: string) => stepping.run({ id, version, reason }, done),
    },
  } as const
  const step = steps[why ?? 'stepBack']
  return (
    <FormDialog<{ reason: string }>
      open={why !== undefined}
      name="wish-reason"
      title={t(step.title)}
      about={t(step.about)}
      action={t(step.title)}
      fields={fields}
      doing={step.doing}
      onFinish={({ reason }) => step.run(reason)}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={t(wishWords.reason)}
        rules={[{ required: true, message: t(uiWords.required) }, fits(withdrawWish.input.shape.reason, t(uiWords.reasonShort))]}
      >
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}
