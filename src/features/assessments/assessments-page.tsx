import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { divisionCodeSchema } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useCommunities } from '../../web/client/communities.ts'
import { useMay } from '../../web/client/mine.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Choice } from '../../web/ui/choice.tsx'
import { Filter, Filters } from '../../web/ui/filters.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { RecordTable } from '../../web/ui/record-table.tsx'
import { WithProject } from '../../web/ui/with-project.tsx'
import { assessmentWords, phaseWords } from './assessment-words.ts'
import { IntervalDialog } from './interval-dialog.tsx'
import { catalogue, findScale } from './scale-rules.ts'
import { listAssessments, type ListedAssessment } from './schema.ts'
import { bandOf } from './scoring-rules.ts'

const limit = 50

/** The latest assessments of a project, and who is due again. */
export function AssessmentsPage() {
  return <WithProject page={assessmentWords.title}>{(project) => <Listing key={project.id} project={project} />}</WithProject>
}

function Listing({ project }: { project: ListedProject }) {
  const t = useWords()
  const { day } = useFormats()
  const mayManage = useMay('projects.manage')
  const communities = useCommunities(project.id)
  const { get, set, offset, setOffset } = useQueryState(['scale', 'band', 'community', 'due'])
  const [setting, setSetting] = useState(false)
  const scale = findScale(get('scale'))
  const community = divisionCodeSchema.safeParse(get('community'))
  const due = get('due') === '1'
  const asked = useAsk(
    listAssessments,
    {
      projectId: project.id,
      offset,
      limit,
      due,
      ...(scale === undefined ? {} : { scale: scale.code }),
      ...(scale === undefined || get('band') === '' ? {} : { band: get('band') }),
      ...(community.success ? { communityCode: community.data } : {}),
    },
    { keepFormer: true },
  )
  return (
    <Page
      title={t(assessmentWords.title)}
      about={t(assessmentWords.listAbout)}
      actions={mayManage ? <Button onClick={() => setSetting(true)}>{t(assessmentWords.intervals)}</Button> : undefined}
    >
      <Panel>
        <Filters
          name={t(assessmentWords.filter)}
          more={
            <>
              <Filter id="assessment-community" label={t(assessmentWords.community)}>
                <Choice
                  id="assessment-community"
                  value={get('community')}
                  onChange={(value) => set({ community: value })}
                  options={communities.map(({ code, name }) => ({ value: code, label: name }))}
                />
              </Filter>
              <Checkbox checked={due} onChange={(event) => set({ due: event.target.checked ? '1' : '' })}>
                {t(assessmentWords.dueOnly, { n: asked.data?.due ?? 0 })}
              </Checkbox>
            </>
          }
        >
          <Filter id="assessment-scale" label={t(assessmentWords.scale)}>
            <Choice
              id="assessment-scale"
              value={scale?.code ?? ''}
              onChange={(value) => set({ scale: value, band: '' })}
              options={catalogue.map(({ code, name }) => ({ value: code, label: t(name) }))}
            />
          </Filter>
          {scale === undefined ? null : (
            <Filter id="assessment-band" label={t(assessmentWords.band)}>
              <Choice
                id="assessment-band"
                value={get('band')}
                onChange={(value) => set({ band: value })}
                options={scale.bands.map(({ code, words }) => ({ value: code, label: t(words) }))}
              />
            </Filter>
          )}
        </Filters>
        <AskedState asked={asked}>
          {({ rows, total, asOf, intervals }) => (
            <>
              {due ? <p>{t(assessmentWords.dueAsOf, { day: day(asOf) })}</p> : null}
              <RecordTable<ListedAssessment>
                name={t(assessmentWords.title)}
                rows={rows}
                keyOf={(row) => row.id}
                busy={asked.isPlaceholderData}
                empty={t(assessmentWords.emptyList)}
                columns={[
                  {
                    title: assessmentWords.name,
                    heads: true,
                    cell: (row) => <Link to={`/people/${row.personId}?tab=assessments`}>{row.name}</Link>,
                  },
                  { title: assessmentWords.community, cell: (row) => row.communityName ?? '—' },
                  { title: assessmentWords.scale, cell: (row) => <ScaleName code={row.scale} /> },
                  {
                    title: assessmentWords.day,
                    whole: true,
                    cell: (row) => (row.day === null ? t(assessmentWords.undated) : day(row.day)),
                  },
                  { title: assessmentWords.phase, cell: (row) => t(phaseWords[row.phase]) },
                  { title: assessmentWords.score, numeric: true, cell: (row) => row.score ?? '—' },
                  { title: assessmentWords.band, cell: (row) => <Band row={row} /> },
                  {
                    title: assessmentWords.dueOn,
                    whole: true,
                    cell: (row) =>
                      row.dueOn === null ? '—' : row.dueOn <= asOf ? <Chip tone="look">{day(row.dueOn)}</Chip> : day(row.dueOn),
                  },
                  { title: assessmentWords.times, numeric: true, cell: (row) => row.times },
                ]}
              />
              <Pager offset={offset} limit={limit} total={total} onMove={setOffset} />
              <IntervalDialog open={setting} projectId={project.id} intervals={intervals} onClose={() => setSetting(false)} />
            </>
          )}
        </AskedState>
      </Panel>
    </Page>
  )
}

function ScaleName({ code }: { code: string }) {
  const t = useWords()
  const scale = findScale(code)
  return scale === undefined ? code : t(scale.name)
}

function Band({ row }: { row: ListedAssessment }) {
  const t = useWords()
  const scale = findScale(row.scale)
  if (scale === undefined) return '—'
  const band =
    scale.bands.find((each) => each.code === row.band) ??
    (row.score === null || scale.decides !== undefined ? undefined : bandOf(scale, row.score))
  return band === undefined ? '—' : <Chip tone={band.tone}>{t(band.words)}</Chip>
}
