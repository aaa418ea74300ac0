import { Link, useParams } from 'react-router'
import { z } from 'zod'
import { useAsk } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AbsentPage } from '../../web/shell/absent-page.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Columns } from '../../web/ui/columns.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { Facts } from '../../web/ui/facts.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { contributingPartyWords } from '../ledger/ledger-words.ts'
import { openWish, type Wish } from './schema.ts'
import { WishActs } from './wish-acts.tsx'
import { endedWords, sortWords, stepWords, wishStateWords, wishWords } from './wish-words.ts'
import { wishTones } from './wish-columns.tsx'

/** One wish, with the steps that it may take now. */
export function WishPage() {
  const id = z.uuid().safeParse(useParams()['id'])
  return id.success ? <Opened key={id.data} id={id.data} /> : <AbsentPage />
}

function Opened({ id }: { id: string }) {
  const t = useWords()
  const asked = useAsk(openWish, { id })
  const wish = asked.data
  return (
    <Page
      title={wish?.title ?? t(wishWords.wish)}
      {...(wish === undefined ? {} : { about: <Chip tone={wishTones[wish.state]}>{t(wishStateWords[wish.state])}</Chip> })}
      {...(wish === undefined ? {} : { actions: <WishActs key={wish.version} wish={wish} /> })}
    >
      <AskedState asked={asked}>
        {(found) => (
          <Columns
            main={
              <>
                <WishFacts wish={found} />
                <Claims wish={found} />
              </>
            }
            side={<Steps wish={found} />}
          />
        )}
      </AskedState>
    </Page>
  )
}

function WishFacts({ wish }: { wish: Wish }) {
  const t = useWords()
  const { day, money } = useFormats()
  const confirmed =
    wish.confirmedOn === null
      ? null
      : t(wish.confirmedBy === 'self' ? wishWords.confirmedBySelf : wishWords.confirmedByRelative, { day: day(wish.confirmedOn) })
  return (
    <>
      <Panel title={t(wishWords.publicView)}>
        {['collected', 'returned', 'withdrawn'].includes(wish.state) ? <p>{t(wishWords.notPublic)}</p> : null}
        <p>
          <b>{wish.title}</b>
        </p>
        {wish.about === null ? null : <p>{wish.about}</p>}
        <Facts
          facts={[
            [wishWords.code, wish.code],
            [wishWords.sort, t(sortWords[wish.sort])],
            [wishWords.value, money(wish.valueFen)],
            [wishWords.community, wish.townName],
          ]}
        />
      </Panel>
      <Panel title={t(wishWords.facts)}>
        <Facts
          facts={[
            [
              wishWords.person,
              <Link key="person" to={`/people/${wish.personId}`}>
                {wish.name}
              </Link>,
            ],
            [wishWords.community, wish.communityName],
            [wishWords.agreed, day(wish.agreedOn)],
            [wishWords.collected, [wish.collectedBy, day(wish.collectedOn)].filter((known) => known !== null).join(' · ')],
            [wishWords.screened, wish.screenedBy],
            [wishWords.delivered, wish.deliveredOn === null ? null : day(wish.deliveredOn)],
            [wishWords.confirmed, confirmed],
            [
              wishWords.ledger,
              wish.serviceId === null ? null : (
                <Link key="service" to={`/services/${wish.serviceId}`}>
                  {t(wishWords.delivered)}
                </Link>
              ),
            ],
            [wishWords.said, wish.said],
          ]}
        />
      </Panel>
    </>
  )
}

function Claims({ wish }: { wish: Wish }) {
  const t = useWords()
  const { day } = useFormats()
  return (
    <Panel title={t(wishWords.claims)}>
      <Entries
        rows={wish.claims}
        keyOf={(claim) => claim.id}
        empty={t(wishWords.noClaims)}
        head={(claim) => (
          <>
            <b>{claim.donor ?? claim.organisation ?? claim.by}</b> <Chip>{t(contributingPartyWords[claim.party])}</Chip>{' '}
            {claim.ended === null ? null : <Chip tone="plain">{t(endedWords[claim.ended])}</Chip>}
          </>
        )}
        more={(claim) => (
          <>
            {t(wishWords.claimBetween, { from: day(claim.claimedOn), until: day(claim.until) })}
            {claim.endReason === null ? null : ` · ${claim.endReason}`}
          </>
        )}
      />
    </Panel>
  )
}

function Steps({ wish }: { wish: Wish }) {
  const t = useWords()
  const { moment } = useFormats()
  return (
    <Panel title={t(wishWords.steps)}>
      <Entries
        rows={wish.steps}
        keyOf={(step) => `${step.step} ${step.at}`}
        empty=""
        head={(step) => <b>{t(stepWords[step.step] ?? { zh: step.step, en: step.step })}</b>}
        more={(step) => (
          <>
            {[step.by, moment(step.at)].filter((known) => known !== null).join(' · ')}
            {step.reason === null ? null : <div>{step.reason}</div>}
          </>
        )}
      />
    </Panel>
  )
}
