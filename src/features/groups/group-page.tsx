import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { z } from 'zod'
import type { PaperFormat } from '../../kernel/paper.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AbsentPage } from '../../web/shell/absent-page.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Columns } from '../../web/ui/columns.tsx'
import { Facts } from '../../web/ui/facts.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { PaperButtons } from '../../web/ui/paper-buttons.tsx'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { StatusChip } from '../ledger/status-chip.tsx'
import { MemberList } from './member-list.tsx'
import { MemberScores } from './member-scores.tsx'
import { MembersDialog } from './members-dialog.tsx'
import { openGroup, printGroup, type Group, type GroupSession } from './schema.ts'
import { SessionDialog } from './session-dialog.tsx'
import { SummaryDialog } from './summary-dialog.tsx'
import { groupWords } from './words.ts'

/** One group: plan, sessions, members, what came of it. */
export function GroupPage() {
  const id = z.uuid().safeParse(useParams()['id'])
  return id.success ? <Opened key={id.data} id={id.data} /> : <AbsentPage />
}

function Opened({ id }: { id: string }) {
  const t = useWords()
  const navigate = useNavigate()
  const mayWrite = useMay('groups.write')
  const asked = useAsk(openGroup, { id })
  const group = asked.data
  const papers = useMemo(
    () =>
      (['plan', 'summary'] as const).map((paper) => ({
        name: t(groupWords[paper]),
        inputFor: (format: PaperFormat) => ({ id, paper, format }),
      })),
    [t, id],
  )
  return (
    <Page
      title={group?.name ?? t(groupWords.title)}
      about={group?.number}
      actions={
        group === undefined ? undefined : (
          <>
            <PaperButtons endpoint={printGroup} papers={papers} />
            {mayWrite ? <Button onClick={() => void navigate(`/groups/${id}/plan`)}>{t(groupWords.change)}</Button> : null}
          </>
        )
      }
    >
      <AskedState asked={asked}>{(found) => <Shown group={found} mayWrite={mayWrite} />}</AskedState>
    </Page>
  )
}

function Shown({ group, mayWrite }: { group: Group; mayWrite: boolean }) {
  const t = useWords()
  return (
    <>
      <Sessions group={group} mayWrite={mayWrite} />
      <Columns
        main={
          <>
            <Members group={group} mayWrite={mayWrite} />
            <MemberScores group={group} />
            <Panel title={t(groupWords.plan)}>
              <Facts
                facts={[
                  [groupWords.nature, group.nature],
                  [groupWords.community, group.communityName],
                  [groupWords.worker, group.worker],
                  [groupWords.size, group.size],
                  [groupWords.frequency, group.frequency],
                  [groupWords.place, group.place],
                  [groupWords.theory, group.theory],
                  [groupWords.goal, group.goal],
                  [groupWords.aims, group.aims.length === 0 ? null : group.aims.map((aim) => <div key={aim}>{aim}</div>)],
                  [groupWords.criteria, group.criteria],
                  [groupWords.recruiting, group.recruiting],
                  [groupWords.budget, group.budget],
                  [groupWords.risks, group.risks],
                  [groupWords.evaluation, group.evaluation],
                ]}
              />
            </Panel>
          </>
        }
        side={<Outcome group={group} mayWrite={mayWrite} />}
      />
    </>
  )
}

function Sessions({ group, mayWrite }: { group: Group; mayWrite: boolean }) {
  const t = useWords()
  const { day } = useFormats()
  const [adding, setAdding] = useState(false)
  const columns: Column<GroupSession>[] = [
    {
      title: groupWords.ordinal,
      heads: true,
      whole: true,
      cell: (row) => <Link to={`/groups/sessions/${row.serviceId}`}>{t(groupWords.nth, { n: row.ordinal })}</Link>,
    },
    { title: groupWords.status, heads: true, whole: true, cell: (row) => <StatusChip status={row.status} /> },
    {
      title: groupWords.day,
      whole: true,
      cell: (row) => (row.day === null ? '—' : [day(row.day), row.startsAt?.slice(0, 5)].filter((known) => known !== undefined).join(' ')),
    },
    { title: groupWords.topic, cell: (row) => row.topic ?? '—' },
    {
      title: groupWords.present,
      numeric: true,
      cell: (row) => (row.status === 'held' ? t(groupWords.presentOf, { n: row.present, of: group.members.length }) : '—'),
    },
  ]
  return (
    <Panel
      title={t(groupWords.sessions)}
      actions={mayWrite ? <Button onClick={() => setAdding(true)}>{t(groupWords.addSession)}</Button> : undefined}
    >
      <RecordTable
        name={t(groupWords.sessions)}
        columns={columns}
        rows={group.sessions}
        keyOf={(row) => row.serviceId}
        empty={t(groupWords.sessionsNone)}
      />
      <SessionDialog group={group} open={adding} onClose={() => setAdding(false)} />
    </Panel>
  )
}

function Members({ group, mayWrite }: { group: Group; mayWrite: boolean }) {
  const t = useWords()
  const [adding, setAdding] = useState(false)
  return (
    <Panel
      title={t(groupWords.members)}
      actions={mayWrite ? <Button onClick={() => setAdding(true)}>{t(groupWords.addMembers)}</Button> : undefined}
    >
      <MemberList group={group} mayWrite={mayWrite} />
      <MembersDialog group={group} open={adding} onClose={() => setAdding(false)} />
    </Panel>
  )
}

function Outcome({ group, mayWrite }: { group: Group; mayWrite: boolean }) {
  const t = useWords()
  const { share, number, decimal, day, money } = useFormats()
  const [writing, setWriting] = useState(false)
  const { rolled, summary } = group
  return (
    <>
      <Panel title={t(groupWords.figures)}>
        <Facts
          facts={[
            [groupWords.held, t(groupWords.heldOf, { held: rolled.held, planned: rolled.planned })],
            [groupWords.members, number(group.members.length)],
            [groupWords.attendances, number(rolled.attendances)],
            [groupWords.rate, rolled.averageRate === null ? null : share(rolled.averageRate)],
          ]}
        />
      </Panel>
      <Panel title={t(groupWords.scores)}>
        {group.scores.length === 0 ? (
          <p>{t(groupWords.scoresNone, { number: group.number })}</p>
        ) : (
          <dl>
            {group.scores.map(({ scale, pairs, before, after }) => (
              <div key={scale}>
                <dt>{scale}</dt>
                <dd>{t(groupWords.scoreLine, { n: pairs, before: decimal(before, 1), after: decimal(after, 1) })}</dd>
              </div>
            ))}
          </dl>
        )}
      </Panel>
      <Panel
        title={t(groupWords.summary)}
        actions={mayWrite ? <Button onClick={() => setWriting(true)}>{t(groupWords.writeSummary)}</Button> : undefined}
      >
        <Facts
          facts={[
            [
              groupWords.satisfaction,
              summary.answers === null || summary.answers === 0 || summary.satisfied === null
                ? null
                : t(groupWords.satisfactionOf, { share: share(summary.satisfied / summary.answers), n: summary.answers }),
            ],
            [groupWords.achieved, summary.achieved],
            [groupWords.reflection, summary.reflection],
            [groupWords.cost, summary.costFen === null ? null : money(summary.costFen)],
            [groupWords.closedOn, summary.closedOn === null ? null : day(summary.closedOn)],
          ]}
        />
        <SummaryDialog group={group} open={writing} onClose={() => setWriting(false)} />
      </Panel>
    </>
  )
}
