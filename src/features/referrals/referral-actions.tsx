import { App, Button } from 'antd'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import type { PaperFormat } from '../../kernel/paper.ts'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { Confirm } from '../../web/ui/confirm.tsx'
import { PaperButtons } from '../../web/ui/paper-buttons.tsx'
import { printReferral } from './print-schema.ts'
import { RecordAnswer } from './record-answer.tsx'
import { RecordConsent } from './record-consent.tsx'
import { FinishReferral, UndoStep, WithdrawReferral } from './referral-endings.tsx'
import { referralWords } from './referral-words.ts'
import { sendReferral, type ReferralDetail } from './schema.ts'

type Open = 'consent' | 'send' | 'answer' | 'finish' | 'withdraw' | 'undo'

/** What can be done with a referral as it stands; what comes next is the one that stands out. */
export function ReferralActions({ referral }: { referral: ReferralDetail }) {
  const t = useWords()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const sending = useDo(sendReferral)
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const papers = useMemo(
    () => [{ name: t(referralWords.one), inputFor: (format: PaperFormat) => ({ id: referral.id, format }) }],
    [t, referral.id],
  )
  const { state, consent, id, version } = referral
  const isOpen = state === 'draft' || state === 'sent' || state === 'accepted'
  const mayUndo =
    state === 'done' || state === 'withdrawn' || ((state === 'accepted' || state === 'refused') && referral.answeredVia === 'office')
  const button = (which: Open, words: (typeof referralWords)[keyof typeof referralWords], primary = false) => (
    <Button {...(primary ? { type: 'primary' as const } : {})} onClick={() => setOpen(which)}>
      {t(words)}
    </Button>
  )
  return (
    <>
      {state === 'draft' ? button('consent', referralWords.recordConsent, consent === null) : null}
      {state === 'draft' && consent !== null ? button('send', referralWords.send, true) : null}
      {state === 'draft' ? <Button onClick={() => void navigate(`/referrals/${id}/change`)}>{t(referralWords.change)}</Button> : null}
      {state === 'sent' ? button('answer', referralWords.recordAnswer, true) : null}
      {state === 'accepted' ? button('finish', referralWords.finish, true) : null}
      {state === 'refused' || state === 'withdrawn' ? (
        <Button type="primary" onClick={() => void navigate(`/referrals/new?person=${referral.personId}&from=${id}`)}>
          {t(referralWords.again)}
        </Button>
      ) : null}
      {isOpen ? button('withdraw', referralWords.withdraw) : null}
      {mayUndo ? button('undo', referralWords.undo) : null}
      <PaperButtons endpoint={printReferral} papers={papers} />
      <Confirm
        open={open === 'send'}
        title={t(referralWords.sendTitle, { organisation: referral.organisation })}
        about={t(referralWords.sendAbout, { n: referral.fields.length })}
        action={t(referralWords.send)}
        doing={sending}
        onConfirm={() =>
          sending.run(
            { id, version },
            {
              onDone: () => {
                close()
                void message.success(t(referralWords.sent))
              },
            },
          )
        }
        onClose={close}
      />
      <RecordConsent open={open === 'consent'} referral={referral} onClose={close} />
      <RecordAnswer open={open === 'answer'} referral={referral} onClose={close} />
      <FinishReferral open={open === 'finish'} referral={referral} onClose={close} />
      <WithdrawReferral open={open === 'withdraw'} referral={referral} onClose={close} />
      <UndoStep open={open === 'undo'} referral={referral} onClose={close} />
    </>
  )
}
