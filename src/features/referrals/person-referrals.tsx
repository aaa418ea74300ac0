import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import type { PersonId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { ReferralState } from './referral-state.tsx'
import { referralWords } from './referral-words.ts'
import { listReferralsOfPerson } from './schema.ts'

/** A person's referrals, and the way to another. Nothing for whoever may not read them. */
export function PersonReferrals({ personId, open }: { personId: PersonId; open: boolean }) {
  return useMay('referrals.read') ? <Referrals personId={personId} open={open} /> : null
}

function Referrals({ personId, open }: { personId: PersonId; open: boolean }) {
  const t = useWords()
  const { day } = useFormats()
  const navigate = useNavigate()
  const mayWrite = useMay('referrals.write')
  const asked = useAsk(listReferralsOfPerson, { personId })
  return (
    <Panel
      title={t(referralWords.ofPerson)}
      actions={
        mayWrite && open ? (
          <Button icon={<Icon name="plus" size={16} />} onClick={() => void navigate(`/referrals/new?person=${personId}`)}>
            {t(referralWords.add)}
          </Button>
        ) : undefined
      }
    >
      <AskedState asked={asked}>
        {({ rows }) => (
          <Entries
            rows={rows}
            keyOf={(row) => row.id}
            empty={t(referralWords.ofPersonNone)}
            head={(row) => (
              <>
                <Link to={`/referrals/${row.id}`}>{row.organisation}</Link> <ReferralState referral={row} />
              </>
            )}
            more={(row) =>
              [row.sentOn === null ? null : `${t(referralWords.sentOn)} ${day(row.sentOn)}`, row.writtenBy]
                .filter((part) => part !== null)
                .join(' · ')
            }
          />
        )}
      </AskedState>
    </Panel>
  )
}
