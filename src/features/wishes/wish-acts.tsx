import { App, Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useWords } from '../../web/language/language.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { closeWish, screenWish, type Wish } from './schema.ts'
import { ClaimForDialog, ConfirmDialog, DeliverDialog, ExtendDialog } from './step-dialogs.tsx'
import { WhyDialog, type Why } from './why-dialog.tsx'
import { wishWords } from './wish-words.ts'

type Open = 'claimFor' | 'deliver' | 'confirm' | 'extend' | Why

/** What can be done with a wish now: the next step first. */
export function WishActs({ wish }: { wish: Wish }) {
  const t = useWords()
  const navigate = useNavigate()
  const { message, modal } = App.useApp()
  const mayWrite = useMay('wishes.write')
  const mayScreen = useMay('wishes.screen')
  const [open, setOpen] = useState<Open>()
  const screening = useDo(screenWish)
  const closing = useDo(closeWish)
  const told = () => void message.success(t(wishWords.done))
  const failed = (failure: Error) => void modal.error({ title: failure.message })
  const { id, version, state } = wish
  const button = (name: Open, text: string, primary = false) => (
    <Button key={name} {...(primary ? { type: 'primary' as const } : {})} onClick={() => setOpen(name)}>
      {text}
    </Button>
  )
  return (
    <Buttons>
      {mayScreen && state === 'collected' && !wish.isMine ? (
        <>
          <Button
            type="primary"
            loading={screening.busy}
            onClick={() => screening.run({ id, version, publish: true, reason: null }, { onDone: told, onFailure: failed })}
          >
            {t(wishWords.publish)}
          </Button>
          {button('sendBack', t(wishWords.sendBack))}
        </>
      ) : null}
      {mayWrite ? (
        <>
          {state === 'published' ? button('claimFor', t(wishWords.claimFor), true) : null}
          {state === 'claimed' ? button('deliver', t(wishWords.deliver), true) : null}
          {state === 'delivered' ? button('confirm', t(wishWords.confirm), true) : null}
          {state === 'confirmed' ? (
            <Button type="primary" loading={closing.busy} onClick={() => closing.run({ id, version }, { onDone: told, onFailure: failed })}>
              {t(wishWords.close)}
            </Button>
          ) : null}
          {state === 'collected' || state === 'returned' ? (
            <Button onClick={() => void navigate(`/wishes/${id}/change`)}>{t(wishWords.change)}</Button>
          ) : null}
          {state === 'claimed' ? button('extend', t(wishWords.extend)) : null}
          {state === 'claimed' ? button('drop', t(wishWords.drop)) : null}
          {['collected', 'returned', 'published', 'claimed'].includes(state) ? button('withdraw', t(wishWords.withdraw)) : null}
          {['published', 'returned', 'delivered', 'confirmed', 'closed', 'withdrawn'].includes(state)
            ? button('stepBack', t(wishWords.stepBack))
            : null}
        </>
      ) : null}
      <ClaimForDialog wish={wish} open={open === 'claimFor'} onClose={() => setOpen(undefined)} />
      <DeliverDialog wish={wish} open={open === 'deliver'} onClose={() => setOpen(undefined)} />
      <ConfirmDialog wish={wish} open={open === 'confirm'} onClose={() => setOpen(undefined)} />
      <ExtendDialog wish={wish} open={open === 'extend'} onClose={() => setOpen(undefined)} />
      <WhyDialog
        wish={wish}
        why={open === 'sendBack' || open === 'drop' || open === 'withdraw' || open === 'stepBack' ? open : undefined}
        onClose={() => setOpen(undefined)}
      />
    </Buttons>
  )
}
