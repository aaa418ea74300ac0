import { App, Button } from 'antd'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import type { Giver } from './link-kind-schema.ts'
import { setPair } from './link-schema.ts'
import { linkageWords } from './linkage-words.ts'

const rules = { pin: 'pin', unpin: 'none', forbid: 'forbid', allow: 'none' } as const

/** Pins or rules out a pair, or takes that back. Each button does its own: the next one need not wait for it. */
export function PairButton({
  act,
  needId,
  giver,
  name,
  title,
  onDone,
}: {
  act: keyof typeof rules
  needId: string
  giver: Giver
  name: string
  title: string
  onDone?: () => void
}) {
  const t = useWords()
  const { message } = App.useApp()
  const pairing = useDo(setPair)
  return (
    <Button
      size="small"
      loading={pairing.busy}
      aria-label={t(linkageWords.actOf, { act: t(linkageWords[act]), name, title })}
      onClick={() =>
        pairing.run(
          { needId, giver, rule: rules[act] },
          { onDone: () => onDone?.(), onFailure: (failure) => void message.error(failure.message) },
        )
      }
    >
      {t(linkageWords[act])}
    </Button>
  )
}
