import { App, Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { v7 } from 'uuid'
import { attendanceIdSchema } from '../../kernel/ids.ts'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { markWords, phaseSchema, phaseWords, type Mark, type Phase } from './group-schema.ts'
import { keepRoll, type Group, type GroupSession } from './schema.ts'
import style from './roll.module.css'
import { groupWords } from './words.ts'

/** What a tap goes through: the commonest exception is one tap away. */
const order: readonly Mark[] = ['present', 'absent', 'excused', 'late', 'left_early']

/** The roll of a session: everybody present in one tap, then each exception by one tap. */
export function Roll({ group, session }: { group: Group; session: GroupSession }) {
  const t = useWords()
  const { message } = App.useApp()
  const members = group.members.filter(({ leftOn }) => leftOn === null || session.day === null || leftOn > session.day)
  const [marks, setMarks] = useState<ReadonlyMap<string, Mark>>(
    () =>
      new Map(
        members.flatMap((member) =>
          member.marks.filter(({ serviceId }) => serviceId === session.serviceId).map(({ mark }): [string, Mark] => [member.id, mark]),
        ),
      ),
  )
  const [ids] = useState(() => new Map(members.map(({ id }) => [id, attendanceIdSchema.parse(v7())])))
  const [phase, setPhase] = useState<Phase | null>(session.phase)
  const [reason, setReason] = useState('')
  const keeping = useDo(keepRoll)
  const isHeld = session.status === 'held'
  const next = (mark: Mark | undefined): Mark => {
    return mark === undefined ? 'present' : (order[(order.indexOf(mark) + 1) % order.length] ?? 'present')
  }
  const save = () => {
    if (members.some(({ id }) => !marks.has(id))) return void message.info(t(groupWords.marksMissing))
    return keeping.run(
      {
        serviceId: session.serviceId,
        version: session.version,
        marks: members.flatMap(({ id }) => {
          const [mark, attendanceId] = [marks.get(id), ids.get(id)]
          return mark === undefined || attendanceId === undefined ? [] : [{ memberId: id, attendanceId, mark }]
        }),
        phase,
        reason: reason.trim() === '' ? null : reason.trim(),
      },
      { onDone: ({ present }) => void message.success(t(groupWords.rolled, { n: present })) },
    )
  }
  if (members.length === 0) return <p>{t(groupWords.membersNone)}</p>
  return (
    <>
      <FailureNote failure={keeping.failure} onRetry={keeping.again} />
      <p className={style['top']}>
        <Button onClick={() => setMarks(new Map(members.map(({ id }) => [id, 'present'])))}>{t(groupWords.allPresent)}</Button>
        <span>{t(groupWords.rollHint)}</span>
      </p>
      <div className={style['grid']}>
        {members.map((member) => {
          const mark = marks.get(member.id)
          return (
            <button
              key={member.id}
              type="button"
              className={style['member']}
              data-mark={mark ?? 'none'}
              onClick={() => setMarks(new Map([...marks, [member.id, next(mark)]]))}
            >
              <b>
                {member.name}
                {member.personId === null ? t(groupWords.unresolvedMark) : null}
              </b>
              <span>{mark === undefined ? '—' : t(markWords[mark])}</span>
            </button>
          )
        })}
      </div>
      <p>
        <span id="roll-phase">{t(groupWords.phase)}</span>
        <br />
        <Segmented
          aria-labelledby="roll-phase"
          className={style['phases'] ?? ''}
          value={phase}
          options={phaseSchema.options.map((value) => ({ value, label: t(phaseWords[value]) }))}
          onChange={(value) => setPhase(phaseSchema.safeParse(value).data ?? null)}
        />
      </p>
      {isHeld ? (
        <p>
          <label htmlFor="roll-reason">{t(groupWords.reason)}</label>
          <Input id="roll-reason" value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
        </p>
      ) : null}
      <Button type="primary" loading={keeping.busy} disabled={isHeld && reason.trim().length < 2} onClick={save}>
        {t(groupWords.saveRoll)}
      </Button>
    </>
  )
}
