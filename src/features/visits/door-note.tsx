import type { PersonId, ProjectId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { Facts } from '../../web/ui/facts.tsx'
import { Labels } from '../people/labels.tsx'
import { DueCell } from './duty-cells.tsx'
import { dutyWords } from './duty-words.ts'
import { openDoor } from './schema.ts'
import { TierChip } from './tier-chip.tsx'
import { visitWords } from './visit-words.ts'

/** What to know of somebody before knocking. */
export function DoorNote({ projectId, personId }: { projectId: ProjectId; personId: PersonId }) {
  const { data } = useAsk(openDoor, { projectId, personId })
  const t = useWords()
  const person = data?.people[0]
  if (data === undefined || person === undefined) return null
  return (
    <div style={{ marginBottom: 18 }}>
      <Facts
        facts={[
          [dutyWords.tier, <TierChip key="tier" tier={person.tier} isDecided={person.isDecided} />],
          [dutyWords.since, <DueCell key="due" row={person} show="overdue" />],
          [visitWords.address, data.address],
          [dutyWords.phone, person.phone],
          [
            visitWords.contacts,
            data.contacts
              .map(({ name, relation, phone }) => [name, relation, phone].filter((known) => known !== null).join(' '))
              .join(t(dutyWords.and)),
          ],
          [{ zh: '困难类别', en: 'Hardship' }, <Labels key="labels" codes={person.labels} />],
        ]}
      />
    </div>
  )
}
