import { App } from 'antd'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { dropForOther, screenWish, stepBackWish, withdrawWish, type Wish } from './schema.ts'
import { wishWords } from './wish-words.ts'

/** Steps that only ask why. */
export type Why = 'sendBack' | 'drop' | 'withdraw' | 'stepBack'

export function WhyDialog({ wish, why, onClose }: { wish: Wish; why: Why | undefined; onClose: () => void }) {
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
    <ReasonDialog
      open={why !== undefined}
      title={t(step.title)}
      about={t(step.about)}
      action={t(step.title)}
      label={t(wishWords.reason)}
      doing={step.doing}
      onReason={step.run}
      onClose={onClose}
    />
  )
}
