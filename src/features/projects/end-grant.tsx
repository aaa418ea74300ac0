import { App } from 'antd'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { roleWords } from '../identity/role-rules.ts'
import { endGrant, type AccountRow, type Grant } from '../identity/schema.ts'
import { useGrantPlace } from './grant-place.tsx'
import { grantWords } from './grants-words.ts'

/** Ends a grant, for a reason that stays in the trail. */
export function EndGrant({ ending, onClose }: { ending: { account: AccountRow; grant: Grant } | undefined; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const placeOf = useGrantPlace()
  const doing = useDo(endGrant)
  return (
    <ReasonDialog
      open={ending !== undefined}
      of={ending?.grant.id}
      title={ending === undefined ? '' : t(grantWords.endOf, { name: ending.account.displayName, role: t(roleWords[ending.grant.role]) })}
      about={ending === undefined ? '' : t(grantWords.endAbout, { place: placeOf(ending.grant) })}
      action={t(grantWords.end)}
      label={t(grantWords.reason)}
      placeholder={t(grantWords.reasonHint)}
      doing={doing}
      onReason={(reason) => {
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
    />
  )
}
