import { Select } from 'antd'
import type { ProjectId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { listVolunteers } from './register-schema.ts'
import { shiftWords } from './shift-words.ts'

/** Chooses somebody from the roll by name or number. Takes a form item's value and change. */
export function VolunteerSelect({
  id,
  projectId,
  value,
  onChange,
}: {
  id?: string
  projectId: ProjectId
  value?: string
  onChange?: (id: string) => void
}) {
  const t = useWords()
  const asked = useAsk(listVolunteers, { projectId, limit: 200 })
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      {...(value === undefined ? {} : { value })}
      {...(onChange === undefined ? {} : { onChange })}
      loading={asked.isFetching}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t(shiftWords.chooseVolunteer)}
      options={(asked.data?.rows ?? []).map((row) => ({
        value: row.id,
        label: [row.name, row.number, row.communityName].filter((known) => known !== null).join(' · '),
      }))}
    />
  )
}
