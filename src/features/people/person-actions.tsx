import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useWords } from '../../web/language/language.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { DeathDialog } from './death-dialog.tsx'
import { NumberDialog } from './number-dialog.tsx'
import { personWords } from './person-words.ts'
import type { PersonDetail } from './schema.ts'

/** What can be done with a file by whoever keeps it. A frozen file can only be thawed. */
export function PersonActions({ person }: { person: PersonDetail }) {
  const t = useWords()
  const navigate = useNavigate()
  const [doing, setDoing] = useState<'number' | 'death'>()
  if (person.mergedInto !== null) return null
  const frozen = person.deceasedOn !== null
  return (
    <>
      {frozen ? null : (
        <Button type="primary" onClick={() => void navigate(`/people/${person.id}/change`)}>
          {t(personWords.change)}
        </Button>
      )}
      <Dropdown
        trigger={['click']}
        placement="bottomRight"
        menu={{
          items: [
            ...(frozen ? [] : [{ key: 'number', label: t(personWords.setNumber), onClick: () => setDoing('number') }]),
            {
              key: 'death',
              label: t(frozen ? personWords.takeDeathBack : personWords.recordDeath),
              onClick: () => setDoing('death'),
            },
          ],
        }}
      >
        <Button>
          {t(personWords.more)} <Icon name="down" size={14} />
        </Button>
      </Dropdown>
      <NumberDialog person={person} open={doing === 'number'} onClose={() => setDoing(undefined)} />
      <DeathDialog person={person} open={doing === 'death'} onClose={() => setDoing(undefined)} />
    </>
  )
}
