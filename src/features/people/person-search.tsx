import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import type { ProjectId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { useNarrow } from '../../web/ui/narrow.ts'
import { AgeAndSex } from './age-and-sex.tsx'
import { Found } from './found.tsx'
import { peopleWords } from './people-words.ts'
import { findPeople, type PersonRow } from './schema.ts'
import { searchOf } from './search-rules.ts'
import style from './person-search.module.css'

/** Finds somebody as one types: any part of the name, its pinyin or initials. Arrows choose, Enter takes. */
export function PersonSearch({
  id,
  projectId,
  onPick,
  placeholder,
  label,
}: {
  id: string
  projectId?: ProjectId
  onPick: (person: PersonRow) => void
  placeholder?: string
  /** The name of the field where no label stands beside it. */
  label?: string
}) {
  const t = useWords()
  const narrow = useNarrow()
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  const asks = searchOf(search) !== undefined
  const asked = useAsk(
    findPeople,
    { search, limit: 20, ...(projectId === undefined ? {} : { projectId }) },
    { when: asks, keepFormer: true },
  )
  const rows = asks ? (asked.data?.rows ?? []) : []
  return (
    <Select
      id={id}
      className={style['search'] ?? ''}
      value={null}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      placeholder={placeholder ?? t(peopleWords.findHint)}
      {...(label === undefined ? {} : { 'aria-label': label })}
      suffixIcon={null}
      defaultActiveFirstOption
      notFoundContent={
        typed === '' ? null : t(asks ? (asked.isFetching ? peopleWords.finding : peopleWords.findNone) : peopleWords.findMore)
      }
      loading={asked.isFetching}
      onSelect={(picked: string | null) => {
        const person = rows.find((row) => row.id === picked)
        if (person === undefined) return
        setTyped('')
        onPick(person)
      }}
      options={rows.map((row) => ({
        value: row.id,
        label: (
          <span className={style['row']}>
            <Found text={row.name} search={search} />
            <span className={style['faint']}>
              <AgeAndSex person={row} />
            </span>
            <span className={style['faint']}>{row.communityName}</span>
            <span className={style['faint']}>{row.phone}</span>
          </span>
        ),
      }))}
      popupMatchSelectWidth={narrow ? true : 420}
      listHeight={360}
    />
  )
}
