import { Link } from 'react-router'
import { useAsk } from '../../web/client/calls.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { today } from '../../web/client/today.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { Tabs } from '../../web/ui/tabs.tsx'
import { WithProject } from '../../web/ui/with-project.tsx'
import { findScale } from '../assessments/scale-rules.ts'
import { kindWords } from '../ledger/kind-schema.ts'
import { bucketSchema, listDue, type Bucket, type DueRow, type DueSource } from './due-schema.ts'
import { bucketWords, dueSources, dueWords } from './due-words.ts'

const nothing: Record<Bucket, (typeof dueWords)[keyof typeof dueWords]> = {
  overdue: dueWords.noneOverdue,
  today: dueWords.noneToday,
  week: dueWords.noneWeek,
}

/** Whatever is due in the project, from every feature: overdue, today, in the week. */
export function DuePage() {
  return <WithProject page={dueWords.title}>{(project) => <Due key={project.id} project={project} />}</WithProject>
}

function Due({ project }: { project: ListedProject }) {
  const t = useWords()
  const { day, number } = useFormats()
  const { get, set } = useQueryState(['show'])
  const asked = bucketSchema.safeParse(get('show')).data
  // Of a project that has ended nothing is due today: what was left open is looked at first.
  const first = project.endsOn < today() ? 'overdue' : 'today'
  const show = asked ?? first
  const found = useAsk(listDue, { projectId: project.id, show }, { keepFormer: true })
  return (
    <Page
      title={t(dueWords.title)}
      about={found.data?.ended === true ? t(dueWords.aboutEnded, { day: day(found.data.asOf) }) : t(dueWords.about)}
      actions={<Link to="/calendars">{t(dueWords.calendars)}</Link>}
    >
      <AskedState asked={found}>
        {({ counts, groups }) => (
          <Tabs
            id="due"
            name={t(dueWords.show)}
            tabs={bucketSchema.options.map((bucket) => ({
              key: bucket,
              label: t(dueWords.tab, { bucket: t(bucketWords[bucket]), n: number(counts[bucket]) }),
            }))}
            shown={show}
            onShow={(next) => set({ show: next === first ? '' : next })}
          >
            {groups.length === 0 ? (
              <Panel>
                <p>{t(nothing[show])}</p>
              </Panel>
            ) : (
              groups.map((group) => (
                <Group key={group.source} source={group.source} count={group.counts[show]} rows={group.rows} show={show} />
              ))
            )}
          </Tabs>
        )}
      </AskedState>
    </Page>
  )
}

function Group({ source, count, rows, show }: { source: DueSource; count: number; rows: readonly DueRow[]; show: Bucket }) {
  const t = useWords()
  const { number } = useFormats()
  const { words, to } = dueSources[source]
  return (
    <Panel
      title={t(dueWords.tab, { bucket: t(words), n: number(count) })}
      actions={
        <Link to={to} aria-label={t(dueWords.listOf, { what: t(words) })}>
          {t(dueWords.list)}
        </Link>
      }
    >
      {count > rows.length ? <p>{t(dueWords.first, { n: number(count), shown: rows.length })}</p> : null}
      <Entries
        rows={rows}
        keyOf={(row) => row.key}
        empty=""
        head={(row) => <Head row={row} source={source} show={show} />}
        more={(row) => <More row={row} />}
      />
    </Panel>
  )
}

function Head({ row, source, show }: { row: DueRow; source: DueSource; show: Bucket }) {
  const t = useWords()
  const scale = source === 'assessment' && row.title !== null ? findScale(row.title) : undefined
  const title = scale === undefined ? row.title : t(scale.name)
  const name = [row.name, title ?? (row.kind === null ? null : t(kindWords[row.kind]))]
    .filter((part) => part !== null && part !== '')
    .join(' · ')
  return (
    <>
      <Link to={row.to}>{name === '' ? t(dueWords.unnamed) : name}</Link>
      {show === 'overdue' ? <Chip tone="bad">{t(dueWords.late, { n: row.late })}</Chip> : null}
    </>
  )
}

function More({ row }: { row: DueRow }) {
  const t = useWords()
  const { day } = useFormats()
  return (
    <>
      <span>{row.kind === null ? t(dueWords.dueOn, { day: day(row.dueOn) }) : t(dueWords.onDay, { day: day(row.dueOn) })}</span>
      {row.communityName === null ? null : <span>{row.communityName}</span>}
    </>
  )
}
