import { App, Form, Input } from 'antd'
import { entered } from '../../kernel/entered.ts'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { goodsWords as w } from './goods-words.ts'
import { closeRound, type Round } from './round-schema.ts'
import { roundWords as r } from './round-words.ts'

const fields = ['sheetKeptAt']

/** Ends a list, with where the signed paper is kept; or opens it again. */
export function EndRound({ round, open, onClose }: { round: Round; open: boolean; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const ending = useDo(closeRound)
  return (
    <FormDialog<{ sheetKeptAt?: string | null }>
      open={open}
      name="end-round"
      title={t(round.closed ? r.reopen : r.end)}
      {...(round.closed ? {} : { about: t(r.endAbout) })}
      action={t(round.closed ? r.reopen : r.end)}
      fields={fields}
      first={{ sheetKeptAt: round.sheetKeptAt }}
      doing={ending}
      onFinish={({ sheetKeptAt }) =>
        ending.run(
          { id: round.id, version: round.version, closed: !round.closed, sheetKeptAt: entered(sheetKeptAt) },
          {
            onDone: () => {
              onClose()
              void message.success(t(w.saved))
            },
          },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="sheetKeptAt" label={t(r.keptAt)}>
        <Input maxLength={80} placeholder={t(r.keptAtHint)} />
      </Form.Item>
    </FormDialog>
  )
}
