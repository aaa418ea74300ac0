import { Input, Select } from 'antd'
import { entered } from '../../kernel/entered.ts'
import { divisionCodeSchema } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { listPlaces } from '../places/schema.ts'
import { ListPart } from './list-part.tsx'
import { projectWords } from './project-words.ts'
import type { ProjectDetail } from './schema.ts'

type Community = ProjectDetail['communities'][number]
type Row = { id?: string; communityCode?: string; programmeName?: string; programmeFor?: string }

/** The communities of a project, by town, each with its signature programme. */
export function ProjectCommunities({ project, mayManage }: { project: ProjectDetail; mayManage: boolean }) {
  const t = useWords()
  const divisions = useAsk(listPlaces, {}, { when: mayManage }).data?.divisions ?? []
  const towns = new Map(divisions.map((division) => [division.code, division.name]))
  const options = divisions
    .filter((division) => division.level === 'community' || division.level === 'village')
    .map((division) => ({
      value: division.code,
      label: division.parentCode === null ? division.name : `${division.name}（${towns.get(division.parentCode) ?? ''}）`,
    }))
  const columns: Column<Community>[] = [
    { title: projectWords.town, cell: (row) => row.townName ?? '—', whole: true },
    { title: projectWords.community, cell: (row) => row.name, heads: true, whole: true },
    { title: projectWords.programme, cell: (row) => row.programmeName ?? '—' },
    { title: projectWords.programmeFor, cell: (row) => row.programmeFor ?? '—' },
  ]
  const sorted = project.communities.toSorted((a, b) => a.communityCode.localeCompare(b.communityCode))
  return (
    <ListPart<Row>
      project={project}
      name="communities"
      title={t(projectWords.communitiesOf, { n: project.communities.length })}
      mayManage={mayManage}
      rows={sorted.map((row) => ({
        communityCode: row.communityCode,
        ...(row.programmeName === null ? {} : { programmeName: row.programmeName }),
        ...(row.programmeFor === null ? {} : { programmeFor: row.programmeFor }),
      }))}
      fields={[
        {
          name: 'communityCode',
          label: t(projectWords.community),
          part: 2,
          rules: [{ required: true, message: t(uiWords.choose) }],
          field: <Select showSearch={{ optionFilterProp: 'label' }} options={options} placeholder={t(uiWords.choose)} />,
        },
        { name: 'programmeName', label: t(projectWords.programme), part: 2, field: <Input maxLength={60} /> },
        { name: 'programmeFor', label: t(projectWords.programmeFor), part: 3, field: <Input maxLength={120} /> },
      ]}
      newRow={() => ({})}
      toInput={(rows) => ({
        communities: rows.map((row) => ({
          communityCode: divisionCodeSchema.parse(row.communityCode),
          programmeName: entered(row.programmeName),
          programmeFor: entered(row.programmeFor),
        })),
      })}
    >
      <RecordTable
        name={t(projectWords.communities)}
        columns={columns}
        rows={sorted}
        keyOf={(row) => row.communityCode}
        empty={t(projectWords.noCommunities)}
      />
    </ListPart>
  )
}
