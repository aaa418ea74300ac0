import { Link, useParams } from 'react-router'
import { z } from 'zod'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AbsentPage } from '../../web/shell/absent-page.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Columns } from '../../web/ui/columns.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { Facts } from '../../web/ui/facts.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { ReferralActions } from './referral-actions.tsx'
import { ReferralState } from './referral-state.tsx'
import { capacityWords, consentMethodWords, handedFieldWords, referralStepWords, referralWords } from './referral-words.ts'
import { openReferral, type ReferralDetail } from './schema.ts'
import { Written } from './written.tsx'

/** One referral: what it says, what is handed over, by whose consent, and what came of it. */
export function ReferralPage() {
  const id = z.uuid().safeParse(useParams()['id'])
  return id.success ? <Referral key={id.data} id={id.data} /> : <AbsentPage />
}

function Referral({ id }: { id: string }) {
  const t = useWords()
  const mayWrite = useMay('referrals.write')
  const asked = useAsk(openReferral, { id })
  const referral = asked.data
  return (
    <Page
      title={referral === undefined ? t(referralWords.one) : `${referral.person} → ${referral.organisation}`}
      actions={referral === undefined || !mayWrite ? undefined : <ReferralActions referral={referral} />}
    >
      <AskedState asked={asked}>{(found) => <Columns main={<Content referral={found} />} side={<Steps referral={found} />} />}</AskedState>
    </Page>
  )
}

function Content({ referral }: { referral: ReferralDetail }) {
  const t = useWords()
  const { day } = useFormats()
  const { content, consent } = referral
  const on = (value: string | null) => (value === null ? null : day(value))
  return (
    <>
      <Panel>
        <Facts
          facts={[
            [referralWords.state, <ReferralState key="state" referral={referral} />],
            [
              referralWords.person,
              <Link key="person" to={`/people/${referral.personId}`}>
                {referral.person}
              </Link>,
            ],
            [referralWords.community, referral.communityName],
            [referralWords.to, referral.organisation],
            [referralWords.receiver, [referral.receiver, referral.receiverPhone].filter((known) => known !== null).join(' ')],
            [referralWords.dueOn, on(referral.dueOn)],
            [referralWords.sentOnDay, on(referral.sentOn)],
            [
              referralWords.consent,
              consent === null
                ? t(referralWords.consentNone)
                : [
                    t(referralWords.consentGiven, {
                      by: consent.givenBy,
                      capacity: t(capacityWords[consent.capacity]),
                      day: day(consent.givenOn),
                      method: t(consentMethodWords[consent.method]),
                    }),
                    ...(consent.witness === null ? [] : [t(referralWords.consentWitness, { name: consent.witness })]),
                  ].join(' · '),
            ],
          ]}
        />
      </Panel>
      <Answer referral={referral} />
      <Panel title={t(referralWords.contentTitle)}>
        <Written words={referralWords.reason} text={content.reason} />
        <Written words={referralWords.needs} text={content.needs} />
        <Written words={referralWords.measured} text={content.measured.join('\n')} />
        <Written words={referralWords.given} text={content.given} />
        <Written words={referralWords.enclosed} text={content.enclosed.join('、')} />
      </Panel>
      <Panel title={t(referralWords.handedTitle)}>
        {referral.handed.length === 0 ? (
          <>
            <p>{referral.fields.map((field) => t(handedFieldWords[field])).join('、')}</p>
            <p>{t(referralWords.handedWhenSent)}</p>
          </>
        ) : (
          <Facts facts={referral.handed.map(({ field, value }) => [handedFieldWords[field], value] as const)} />
        )}
      </Panel>
    </>
  )
}

function Answer({ referral }: { referral: ReferralDetail }) {
  const t = useWords()
  const { day } = useFormats()
  if (referral.answeredOn === null) return null
  return (
    <Panel title={t(referral.outcome === null ? referralWords.answer : referralWords.outcome)}>
      <Facts
        facts={[
          [referralWords.answeredOn, day(referral.answeredOn)],
          [referralWords.answeredBy, referral.answeredBy],
          [referralWords.answeredVia, t(referral.answeredVia === 'partner' ? referralWords.viaPartner : referralWords.viaOffice)],
          [referralWords.endedOn, referral.endedOn === null ? null : day(referral.endedOn)],
        ]}
      />
      <Written words={referral.state === 'refused' ? referralWords.refusal : referralWords.answer} text={referral.answer ?? ''} />
      <Written words={referralWords.outcome} text={referral.outcome ?? ''} />
    </Panel>
  )
}

function Steps({ referral }: { referral: ReferralDetail }) {
  const t = useWords()
  const { moment } = useFormats()
  return (
    <Panel title={t(referralWords.steps)}>
      <Entries
        rows={referral.steps}
        keyOf={(step) => step.id}
        empty=""
        head={(step) => t(referralStepWords[step.step])}
        more={(step) => [moment(step.at), step.by, step.note].filter((part) => part !== null).join(' · ')}
      />
    </Panel>
  )
}
