import { App, Form, Input, InputNumber, Select } from 'antd'
import { v7 } from 'uuid'
import { daySchema } from '../../kernel/day.ts'
import { organisationIdSchema, projectIdSchema, type ProjectId } from '../../kernel/ids.ts'
import { toFen } from '../../kernel/money.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { listOrganisations } from '../organisations/schema.ts'
import { projectWords } from './project-words.ts'
import { addProject, changeProject, type ProjectDetail } from './schema.ts'

type Entry = {
  name: string
  agencyId?: string | null
  funderId?: string | null
  startsOn: string
  endsOn: string
  served?: string
  budgetYuan?: number | null
}
const fields = ['name', 'agencyId', 'funderId', 'startsOn', 'endsOn', 'served']

const inputOf = (entry: Entry) => ({
  name: entry.name,
  agencyId: organisationIdSchema.safeParse(entry.agencyId).data ?? null,
  funderId: organisationIdSchema.safeParse(entry.funderId).data ?? null,
  startsOn: daySchema.parse(entry.startsOn),
  endsOn: daySchema.parse(entry.endsOn),
  served: entry.served === undefined || entry.served.trim() === '' ? null : entry.served,
  budgetFen: entry.budgetYuan === undefined || entry.budgetYuan === null ? null : toFen(entry.budgetYuan),
})

const entryOf = (project: ProjectDetail): Partial<Entry> => ({
  name: project.name,
  agencyId: project.agencyId,
  funderId: project.funderId,
  startsOn: project.startsOn,
  endsOn: project.endsOn,
  ...(project.served === null ? {} : { served: project.served }),
  ...(project.budgetFen === null ? {} : { budgetYuan: project.budgetFen / 100 }),
})

/** Changes a project's own facts. */
export function ChangeProject({ project, open, onClose }: { project: ProjectDetail; open: boolean; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const changing = useDo(changeProject)
  return (
    <FormDialog<Entry>
      open={open}
      name="change-project"
      title={t(projectWords.changeProject)}
      action={t(uiWords.save)}
      fields={fields}
      first={entryOf(project)}
      doing={changing}
      onFinish={(entry) =>
        changing.run(
          { id: project.id, version: project.version, ...inputOf(entry) },
          {
            onDone: () => {
              onClose()
              void message.success(t(projectWords.saved))
            },
          },
        )
      }
      onClose={onClose}
    >
      <ProjectFields />
    </FormDialog>
  )
}

/** Opens a new project. */
export function AddProject({ open, onClose, onAdded }: { open: boolean; onClose: () => void; onAdded: (id: ProjectId) => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const adding = useDo(addProject)
  return (
    <FormDialog<Entry & { id: string }>
      open={open}
      name="add-project"
      title={t(projectWords.add)}
      about={t(projectWords.addAbout)}
      action={t(projectWords.add)}
      fields={fields}
      first={{ id: v7() }}
      doing={adding}
      onFinish={(entry) =>
        adding.run(
          { id: projectIdSchema.parse(entry.id), ...inputOf(entry) },
          {
            onDone: (made) => {
              onAdded(made.id)
              void message.success(t(projectWords.added))
            },
          },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="id" hidden>
        <input type="hidden" />
      </Form.Item>
      <ProjectFields />
    </FormDialog>
  )
}

function ProjectFields() {
  const t = useWords()
  const organisations = useAsk(listOrganisations, { limit: 200 }).data?.rows ?? []
  const options = organisations.map(({ id, name }) => ({ value: id, label: name }))
  const required = { required: true, message: t(uiWords.required) }
  return (
    <>
      <Form.Item name="name" label={t(projectWords.name)} rules={[{ ...required, whitespace: true }]}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="startsOn" label={t(projectWords.startsOn)} rules={[required]}>
        <DayField />
      </Form.Item>
      <Form.Item
        name="endsOn"
        label={t(projectWords.endsOn)}
        dependencies={['startsOn']}
        rules={[
          required,
          ({ getFieldValue }) => ({
            validator: (_rule: unknown, ends: unknown) => {
              const starts: unknown = getFieldValue('startsOn')
              const before = typeof ends === 'string' && typeof starts === 'string' && ends < starts
              return before ? Promise.reject(new Error(t(projectWords.endsBefore))) : Promise.resolve()
            },
          }),
        ]}
      >
        <DayField />
      </Form.Item>
      <Form.Item name="agencyId" label={t(projectWords.agency)}>
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={options} placeholder={t(uiWords.choose)} />
      </Form.Item>
      <Form.Item name="funderId" label={t(projectWords.funder)}>
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={options} placeholder={t(uiWords.choose)} />
      </Form.Item>
      <Form.Item name="budgetYuan" label={t(projectWords.budgetTotal)}>
        <InputNumber min={0} precision={2} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="served" label={t(projectWords.served)}>
        <Input.TextArea maxLength={400} autoSize={{ minRows: 2, maxRows: 5 }} />
      </Form.Item>
    </>
  )
}
