import { App, Button } from 'antd'
import { useState } from 'react'
import { eventKinds } from '../../kernel/event.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip, type Tone } from '../../web/ui/chip.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { eventKindSchema, listMessages, sendAgain, type MessageState, type Webhook, type WebhookMessage } from './webhook-schema.ts'
import { messageStateWords, problemWords, webhookWords } from './webhook-words.ts'

const limit = 20
const tones: Record<MessageState, Tone> = { waiting: 'look', arrived: 'good', refused: 'bad' }

/** What was sent to a receiver, with every attempt. */
export function MessageLog({ hook }: { hook: Webhook }) {
  const t = useWords()
  const { moment } = useFormats()
  const { message } = App.useApp()
  const [offset, setOffset] = useState(0)
  const asked = useAsk(listMessages, { id: hook.id, offset, limit }, { keepFormer: true, every: 4000 })
  const again = useDo(sendAgain)
  return (
    <Panel
      title={t(webhookWords.logOf, { name: hook.name })}
      actions={
        hook.waiting + hook.refused === 0 || !hook.isOn ? undefined : (
          <Button
            loading={again.busy}
            onClick={() =>
              again.run(
                { id: hook.id },
                {
                  onDone: ({ messages }) => void message.success(t(webhookWords.sendingAgain, { n: messages })),
                  onFailure: (failure) => void message.error(failure.message),
                },
              )
            }
          >
            {t(webhookWords.sendAgain)}
          </Button>
        )
      }
    >
      <AskedState asked={asked}>
        {({ rows, total }) => (
          <>
            <Entries
              rows={rows}
              keyOf={(row) => row.id}
              empty={t(webhookWords.logNone)}
              head={(row) => (
                <>
                  <Kind kind={row.kind} />
                  <Chip tone={tones[row.state]}>{t(messageStateWords[row.state])}</Chip>
                </>
              )}
              more={(row) => (
                <>
                  <span>{moment(row.happenedAt)}</span>
                  {row.tries.map((one) => (
                    <Try key={one.attempt} one={one} />
                  ))}
                </>
              )}
            />
            <Pager offset={offset} limit={limit} total={total} onMove={setOffset} />
          </>
        )}
      </AskedState>
    </Panel>
  )
}

function Kind({ kind }: { kind: string }) {
  const t = useWords()
  const known = eventKindSchema.safeParse(kind).data
  return <b>{t(known === undefined ? webhookWords.testKind : eventKinds[known].words)}</b>
}

function Try({ one }: { one: WebhookMessage['tries'][number] }) {
  const t = useWords()
  const { moment } = useFormats()
  const problem = one.problem === null ? undefined : problemWords[one.problem]
  const result =
    one.status === null ? (problem === undefined ? (one.problem ?? '') : t(problem)) : t(webhookWords.answered, { status: one.status })
  return <span>{t(webhookWords.try, { n: one.attempt, at: moment(one.at), result, ms: one.ms })}</span>
}
