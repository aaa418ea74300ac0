import { App, Button, Form } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { daySchema } from '../../kernel/day.ts'
import { useDo } from '../../web/client/calls.ts'
import { today } from '../../web/client/today.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Chip, type Tone } from '../../web/ui/chip.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { ReasonField } from '../../web/ui/reason-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { markWords, type Mark } from './group-schema.ts'
import { leaveGroup, type Group, type GroupMember } from './schema.ts'
import { ResolveMember } from './resolve-member.tsx'
import { groupWords } from './words.ts'

const markTones: Record<Mark, Tone> = { present: 'good', late: 'calm', left_early: 'calm', excused: 'look', absent: 'bad' }
const fields = ['on', 'reason']

/** Members, each with their marks session by session. */
export function MemberList({ group, mayWrite }: { group: Group; mayWrite: boolean }) {
  const t = useWords()
  const { day } = useFormats()
  const { message } = App.useApp()
  const [leaving, setLeaving] = useState<GroupMember>()
  const [resolving, setResolving] = useState<GroupMember>()
  const doing = useDo(leaveGroup)
  const isBack = leaving !== undefined && leaving.leftOn !== null
  return (
    <>
      <Entries
        rows={group.members}
        keyOf={(member) => member.id}
        empty={t(groupWords.membersNone)}
        head={(member) => (
          <>
            {member.personId === null ? member.name : <Link to={`/people/${member.personId}`}>{member.name}</Link>}{' '}
            {member.isAbsentTwice ? <Chip tone="look">{t(groupWords.absentTwice)}</Chip> : null}
          </>
        )}
        more={(member) => (
          <>
            {group.sessions.flatMap((session) => {
              const mark = member.marks.find(({ serviceId }) => serviceId === session.serviceId)?.mark
              return mark === undefined
                ? []
                : [
                    <span key={session.serviceId} style={{ marginInlineEnd: 6 }}>
                      <Chip tone={markTones[mark]}>
                        {session.ordinal} {t(markWords[mark])}
                      </Chip>
                    </span>,
                  ]
            })}
            {member.personId === null ? t(groupWords.unresolved) : null}
            {member.leftOn === null ? null : <div>{t(groupWords.left, { day: day(member.leftOn), reason: member.leaveReason ?? '' })}</div>}
          </>
        )}
        acts={(member) =>
          mayWrite ? (
            <>
              {member.personId === null ? (
                <Button size="small" aria-label={t(groupWords.resolveOf, { name: member.name })} onClick={() => setResolving(member)}>
                  {t(groupWords.resolve)}
                </Button>
              ) : null}
              <Button size="small" type="text" onClick={() => setLeaving(member)}>
                {t(member.leftOn === null ? groupWords.leave : groupWords.comeBack)}
              </Button>
            </>
          ) : null
        }
      />
      <ResolveMember group={group} member={resolving} onClose={() => setResolving(undefined)} />
      <FormDialog<{ on?: string | null; reason: string }>
        open={leaving !== undefined}
        of={leaving?.id}
        name="leave-group"
        title={`${leaving?.name ?? ''} ${t(isBack ? groupWords.comeBack : groupWords.leaveTitle)}`}
        about={t(isBack ? groupWords.backAbout : groupWords.leaveAbout)}
        action={t(uiWords.save)}
        fields={fields}
        first={{ on: today() }}
        doing={doing}
        onFinish={({ on, reason }) =>
          leaving === undefined
            ? undefined
            : doing.run(
                { groupId: group.id, memberId: leaving.id, on: isBack ? null : (daySchema.safeParse(on).data ?? today()), reason },
                {
                  onDone: () => {
                    setLeaving(undefined)
                    void message.success(t(groupWords.saved))
                  },
                },
              )
        }
        onClose={() => setLeaving(undefined)}
      >
        {isBack ? null : (
          <Form.Item name="on" label={t(groupWords.day)}>
            <DayField />
          </Form.Item>
        )}
        <ReasonField label={t(groupWords.reason)} />
      </FormDialog>
    </>
  )
}
