import { Button } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { z } from 'zod'
import { useAsk } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AbsentPage } from '../../web/shell/absent-page.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Facts } from '../../web/ui/facts.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { AnswerDialog } from './answer-dialog.tsx'
import { openReceived, type Received } from './received-schema.ts'
import { ReferralState } from './referral-state.tsx'
import { handedFieldWords, receivedWords, referralWords } from './referral-words.ts'
import { Written } from './written.tsx'

/** A referral as the partner it was sent to sees it. */
export function ReceivedOnePage() {
  const id = z.uuid().safeParse(useParams()['id'])
  return id.success ? <One key={id.data} id={id.data} /> : <AbsentPage />
}

function One({ id }: { id: string }) {
  const t = useWords()
  const asked = useAsk(openReceived, { id })
  const [answering, setAnswering] = useState<'accepted' | 'refused'>()
  const received = asked.data
  return (
    <Page
      title={received === undefined ? t(receivedWords.title) : (received.person ?? t(receivedWords.unnamed))}
      actions={
        received?.state === 'sent' ? (
          <>
            <Button type="primary" onClick={() => setAnswering('accepted')}>
              {t(referralWords.accept)}
            </Button>
            <Button onClick={() => setAnswering('refused')}>{t(referralWords.refuse)}</Button>
          </>
        ) : undefined
      }
    >
      <AskedState asked={asked}>{(found) => <Sheet received={found} />}</AskedState>
      {received === undefined ? null : <AnswerDialog answer={answering} received={received} onClose={() => setAnswering(undefined)} />}
    </Page>
  )
}

function Sheet({ received }: { received: Received }) {
  const t = useWords()
  const { day } = useFormats()
  const { content } = received
  const on = (value: string | null) => (value === null ? null : day(value))
  return (
    <>
      <Panel>
        <Facts
          facts={[
            [referralWords.state, <ReferralState key="state" referral={received} />],
            [receivedWords.from, received.from],
            [receivedWords.sentBy, received.sentBy],
            [referralWords.sentOnDay, on(received.sentOn)],
            [referralWords.dueOn, on(received.dueOn)],
            [referralWords.answeredOn, on(received.answeredOn)],
            [referralWords.by, received.answeredBy],
          ]}
        />
        <Written words={received.state === 'refused' ? referralWords.refusal : referralWords.answer} text={received.answer ?? ''} />
      </Panel>
      {content === null ? (
        <Panel>
          <p>{t(receivedWords.gone)}</p>
        </Panel>
      ) : (
        <>
          <Panel title={t(referralWords.handedTitle)}>
            <Facts facts={content.handed.map(({ field, value }) => [handedFieldWords[field], value] as const)} />
          </Panel>
          <Panel title={t(referralWords.contentTitle)}>
            <Written words={referralWords.reason} text={content.reason} />
            <Written words={referralWords.needs} text={content.needs} />
            <Written words={referralWords.measured} text={content.measured.join('\n')} />
            <Written words={referralWords.given} text={content.given} />
            <Written words={referralWords.enclosed} text={content.enclosed.join('、')} />
          </Panel>
        </>
      )}
    </>
  )
}
