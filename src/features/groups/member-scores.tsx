import { Button, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { PersonId } from '../../kernel/ids.ts'
import { useMay } from '../../web/client/mine.ts'
import { useWords } from '../../web/language/language.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { RecordTable } from '../../web/ui/record-table.tsx'
import { catalogue } from '../assessments/scale-rules.ts'
import type { Group, GroupMember } from './schema.ts'
import { groupWords } from './words.ts'

/** Members with their scores before and after, each one button away; what is taken here is the group's own occasion. */
export function MemberScores({ group }: { group: Group }) {
  const t = useWords()
  const may = useMay('assessments.write')
  const [scale, setScale] = useState<string>(group.assessed[0]?.scale ?? 'GDS-15')
  const members = group.members.filter((member): member is GroupMember & { personId: PersonId } => member.personId !== null)
  if (!may || members.length === 0) return null
  return (
    <Panel
      title={t(groupWords.assessMembers)}
      actions={
        <Select
          aria-label={t(groupWords.scale)}
          value={scale}
          onChange={setScale}
          popupMatchSelectWidth={false}
          style={{ minWidth: 150 }}
          options={catalogue.filter((one) => one.shell === undefined).map((one) => ({ value: one.code, label: t(one.name) }))}
        />
      }
    >
      <p>{t(groupWords.assessAbout)}</p>
      <RecordTable
        name={t(groupWords.assessMembers)}
        rows={members}
        keyOf={(member) => member.id}
        columns={[
          { title: groupWords.member, heads: true, cell: (member) => member.name },
          { title: groupWords.beforeOne, cell: (member) => <Take group={group} member={member} scale={scale} phase="before" /> },
          { title: groupWords.afterOne, cell: (member) => <Take group={group} member={member} scale={scale} phase="after" /> },
        ]}
      />
    </Panel>
  )
}

function Take({
  group,
  member,
  scale,
  phase,
}: {
  group: Group
  member: GroupMember & { personId: PersonId }
  scale: string
  phase: 'before' | 'after'
}) {
  const t = useWords()
  const navigate = useNavigate()
  if (group.assessed.some((one) => one.personId === member.personId && one.scale === scale && one.phase === phase))
    return <Chip tone="good">{t(groupWords.done)}</Chip>
  const what = t(phase === 'before' ? groupWords.takeBefore : groupWords.takeAfter)
  const search = new URLSearchParams({ phase, occasion: group.number, back: `/groups/${group.id}` })
  return (
    <Button
      size="small"
      aria-label={t(groupWords.takeOf, { name: member.name, what })}
      onClick={() => void navigate(`/people/${member.personId}/assess/${scale}?${search.toString()}`)}
    >
      {what}
    </Button>
  )
}
