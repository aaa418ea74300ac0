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
import { CaseState } from './case-state.tsx'
import { caseWords } from './case-words.ts'
import { listCasesOfPerson } from './schema.ts'

/** A person's cases, and the way to open one. Nothing for whoever may not read them. */
export function PersonCases({ personId, open }: { personId: PersonId; open: boolean }) {
  return useMay('casework.read') ? <Cases personId={personId} open={open} /> : null
}

function Cases({ personId, open }: { personId: PersonId; open: boolean }) {
  const t = useWords()
  const { day } = useFormats()
  const navigate = useNavigate()
  const mayWrite = useMay('casework.write')
  const asked = useAsk(listCasesOfPerson, { personId })
  return (
    <Panel
      title={t(caseWords.ofPerson)}
      actions={
        mayWrite && open ? (
          <Button icon={<Icon name="plus" size={16} />} onClick={() => void navigate(`/cases/new?person=${personId}`)}>
            {t(caseWords.add)}
          </Button>
        ) : undefined
      }
    >
      <AskedState asked={asked}>
        {({ rows }) => (
          <Entries
            rows={rows}
            keyOf={(row) => row.id}
            empty={t(caseWords.ofPersonNone)}
            head={(row) => (
              <>
                <Link to={`/cases/${row.id}`}>{row.number}</Link> <CaseState row={row} />
              </>
            )}
            more={(row) =>
              [row.openedOn === null ? null : day(row.openedOn), row.worker, t(caseWords.meetings, { n: row.sessions })]
                .filter((part) => part !== null)
                .join(' · ')
            }
          />
        )}
      </AskedState>
    </Panel>
  )
}
