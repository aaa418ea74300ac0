import { App, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { v7 } from 'uuid'
import { divisionCodeSchema, type PersonId } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useCommunities } from '../../web/client/communities.ts'
import { useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Choice } from '../../web/ui/choice.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { Filter, Filters } from '../../web/ui/filters.tsx'
import { SearchField } from '../../web/ui/search-field.tsx'
import { AgeAndSex } from '../people/age-and-sex.tsx'
import { hardshipCodeSchema, hardshipWords } from '../people/hardship-schema.ts'
import { listPeople } from '../people/schema.ts'
import { addMembers, type Group } from './schema.ts'
import { groupWords } from './words.ts'

/** Many members in one step, ticked on a list of the community or of a need. */
export function MembersDialog({ group, open, onClose }: { group: Group; open: boolean; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const adding = useDo(addMembers)
  const communities = useCommunities(group.projectId)
  const [chosen, setChosen] = useState<ReadonlyMap<PersonId, string>>(new Map())
  const [search, setSearch] = useState('')
  const [community, setCommunity] = useState<string>(group.communityCode ?? '')
  const [label, setLabel] = useState('')
  const asked = useAsk(
    listPeople,
    {
      projectId: group.projectId,
      limit: 200,
      communityCode: divisionCodeSchema.safeParse(community).data,
      label: hardshipCodeSchema.safeParse(label).data,
      ...(search.trim() === '' ? {} : { search: search.trim() }),
    },
    { when: open, keepFormer: true },
  )
  const isMember = (id: PersonId) => group.members.some(({ personId }) => personId === id)
  const choose = (ids: readonly PersonId[], isChosen: boolean) =>
    setChosen((before) => {
      const next = new Map(before)
      for (const id of ids)
        if (isChosen) next.set(id, next.get(id) ?? v7())
        else next.delete(id)
      return next
    })
  const close = () => {
    adding.forget()
    setChosen(new Map())
    onClose()
  }
  const save = () =>
    adding.run(
      { groupId: group.id, members: [...chosen].map(([personId, id]) => ({ id, personId })), on: null },
      {
        onDone: ({ added }) => {
          close()
          void message.success(t(groupWords.added, { n: added }))
        },
      },
    )
  return (
    <Modal
      open={open}
      title={t(groupWords.addMembers)}
      okText={t(groupWords.addChosen, { n: chosen.size })}
      okButtonProps={{ disabled: chosen.size === 0, loading: adding.busy }}
      onOk={save}
      onCancel={close}
      mask={{ closable: false }}
      width={720}
      destroyOnHidden
    >
      <FailureNote failure={adding.failure} onRetry={adding.again} />
      <Filters name={t(groupWords.search)}>
        <Filter id="members-search" label={t(groupWords.search)}>
          <SearchField id="members-search" value={search} onChange={setSearch} />
        </Filter>
        <Filter id="members-community" label={t(groupWords.community)}>
          <Choice
            id="members-community"
            value={community}
            onChange={setCommunity}
            options={communities.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Filter>
        <Filter id="members-label" label={t(groupWords.label)}>
          <Choice
            id="members-label"
            value={label}
            onChange={setLabel}
            options={hardshipCodeSchema.options.map((code) => ({ value: code, label: t(hardshipWords[code]) }))}
          />
        </Filter>
      </Filters>
      <p>{t(groupWords.chooseSome)}</p>
      <AskedState asked={asked}>
        {({ rows }) => {
          const free = rows.filter(({ id }) => !isMember(id)).map(({ id }) => id)
          return (
            <>
              <Checkbox
                checked={free.length > 0 && free.every((id) => chosen.has(id))}
                disabled={free.length === 0}
                onChange={(event) => choose(free, event.target.checked)}
              >
                {t(groupWords.chooseAll)}
              </Checkbox>
              <ul style={{ listStyle: 'none', padding: 0, margin: '8px 0 0', maxHeight: 320, overflowY: 'auto' }}>
                {rows.map((person) => (
                  <li key={person.id} style={{ padding: '6px 0' }}>
                    <Checkbox
                      checked={chosen.has(person.id) || isMember(person.id)}
                      disabled={isMember(person.id)}
                      onChange={(event) => choose([person.id], event.target.checked)}
                    >
                      {person.name} <AgeAndSex person={person} /> {person.communityName}
                      {isMember(person.id) ? ` · ${t(groupWords.isMember)}` : ''}
                    </Checkbox>
                  </li>
                ))}
              </ul>
            </>
          )
        }}
      </AskedState>
    </Modal>
  )
}
