import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { Filter, Filters } from '../../web/ui/filters.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { useOperations, wordsOf } from './trail-entries.tsx'
import { everything, type TrailQuery } from './trail-filter-rules.ts'
import { trailWords } from './trail-words.ts'

/** The conditions, asked for when the button says so: every question to the trail is itself an entry in it. */
export function TrailFilter({ query, onAsk }: { query: TrailQuery; onAsk: (query: TrailQuery) => void }) {
  const t = useWords()
  const [draft, setDraft] = useState(query)
  const change = (more: Partial<TrailQuery>) => setDraft({ ...draft, ...more })
  const groups = Map.groupBy(useOperations(), (operation) => operation.tags[0] ?? '')
  return (
    <Filters name={t(trailWords.filter)} onSubmit={() => onAsk(draft)}>
      <Filter id="trail-from" label={t(trailWords.from)}>
        <DayField id="trail-from" value={draft.from} onChange={(day) => change({ from: day ?? '' })} />
      </Filter>
      <Filter id="trail-to" label={t(trailWords.to)}>
        <DayField id="trail-to" value={draft.to} onChange={(day) => change({ to: day ?? '' })} />
      </Filter>
      <Filter id="trail-account" label={t(trailWords.account)}>
        <Input
          id="trail-account"
          value={draft.accountName}
          maxLength={40}
          allowClear
          onChange={(event) => change({ accountName: event.target.value })}
        />
      </Filter>
      <Filter id="trail-entry" label={t(trailWords.entry)}>
        <Select
          id="trail-entry"
          showSearch={{ optionFilterProp: 'label' }}
          value={draft.entry}
          onChange={(entry: string) => change({ entry })}
          options={[
            { value: '', label: t(trailWords.anyEntry) },
            ...[...groups].map(([group, operations]) => ({
              label: group,
              options: [
                { value: `${group}.`, label: t(trailWords.allOf, { group }) },
                ...operations.map((operation) => ({ value: operation.operationId, label: t(wordsOf(operation)) })),
              ],
            })),
          ]}
          popupMatchSelectWidth={320}
        />
      </Filter>
      <Filter id="trail-subject" label={t(trailWords.subject)} wide>
        <Input
          id="trail-subject"
          value={draft.subject}
          placeholder={t(trailWords.subjectHint)}
          maxLength={80}
          allowClear
          onChange={(event) => change({ subject: event.target.value })}
        />
      </Filter>
      <Button type="primary" htmlType="submit">
        {t(uiWords.search)}
      </Button>
      <Button onClick={() => onAsk(everything)}>{t(uiWords.clear)}</Button>
    </Filters>
  )
}
