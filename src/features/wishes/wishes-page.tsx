import { App, Button, Form, InputNumber } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { divisionCodeSchema } from '../../kernel/ids.ts'
import { toFen } from '../../kernel/money.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useCommunities } from '../../web/client/communities.ts'
import { useMay } from '../../web/client/mine.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { Choice } from '../../web/ui/choice.tsx'
import { Filter, Filters } from '../../web/ui/filters.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { RecordTable } from '../../web/ui/record-table.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { WithProject } from '../../web/ui/with-project.tsx'
import { listWishes, saveWishSettings, wishStateSchema, type ListedWish } from './schema.ts'
import { useWishColumns } from './wish-columns.tsx'
import { wishStateWords, wishWords } from './wish-words.ts'

const limit = 30
const settingFields = ['limitFen', 'claimDays']

/** A project's wishes, those that wait for something first. */
export function WishesPage() {
  return <WithProject page={wishWords.title}>{(project) => <Listing key={project.id} project={project} />}</WithProject>
}

function Listing({ project }: { project: ListedProject }) {
  const t = useWords()
  const columns = useWishColumns({ ofPerson: false })
  const navigate = useNavigate()
  const mayWrite = useMay('wishes.write')
  const mayManage = useMay('projects.manage')
  const communities = useCommunities(project.id)
  const [setting, setSetting] = useState(false)
  const { get, set, offset, setOffset } = useQueryState(['state', 'community'])
  const state = wishStateSchema.safeParse(get('state')).data
  const community = divisionCodeSchema.safeParse(get('community')).data
  const asked = useAsk(
    listWishes,
    {
      projectId: project.id,
      offset,
      limit,
      ...(state === undefined ? {} : { state }),
      ...(community === undefined ? {} : { communityCode: community }),
    },
    { keepFormer: true },
  )
  const counts = new Map(asked.data?.counts.map((count) => [count.state, count.wishes]))
  return (
    <Page
      title={t(wishWords.title)}
      about={t(wishWords.about)}
      actions={
        <Buttons>
          {mayManage ? <Button onClick={() => setSetting(true)}>{t(wishWords.settings)}</Button> : null}
          {mayWrite ? (
            <Button type="primary" icon={<Icon name="plus" />} onClick={() => void navigate('/wishes/new')}>
              {t(wishWords.add)}
            </Button>
          ) : null}
        </Buttons>
      }
    >
      <Panel>
        <Filters name={t(wishWords.filter)}>
          <Filter id="wish-state" label={t(wishWords.state)}>
            <Choice
              id="wish-state"
              value={state ?? ''}
              onChange={(value) => set({ state: value })}
              options={wishStateSchema.options.map((each) => ({
                value: each,
                label: `${t(wishStateWords[each])} ${counts.get(each) ?? 0}`,
              }))}
            />
          </Filter>
          <Filter id="wish-community" label={t(wishWords.community)}>
            <Choice
              id="wish-community"
              value={get('community')}
              onChange={(value) => set({ community: value })}
              options={communities.map(({ code, name }) => ({ value: code, label: name }))}
            />
          </Filter>
        </Filters>
        <AskedState asked={asked}>
          {({ rows, total }) => (
            <>
              <RecordTable<ListedWish>
                name={t(wishWords.title)}
                rows={rows}
                keyOf={(row) => row.id}
                busy={asked.isPlaceholderData}
                empty={t(state === undefined && community === undefined ? wishWords.empty : wishWords.none)}
                columns={columns}
              />
              <Pager offset={offset} limit={limit} total={total} onMove={setOffset} />
            </>
          )}
        </AskedState>
      </Panel>
      {asked.data === undefined ? null : (
        <Settings project={project} settings={asked.data.settings} open={setting} onClose={() => setSetting(false)} />
      )}
    </Page>
  )
}

type Settings = { limitFen: number; claimDays: number }

function Settings({
  project,
  settings,
  open,
  onClose,
}: {
  project: ListedProject
  settings: Settings
  open: boolean
  onClose: () => void
}) {
  const t = useWords()
  const { message } = App.useApp()
  const doing = useDo(saveWishSettings)
  return (
    <FormDialog<{ limitYuan: number; claimDays: number }>
      open={open}
      name="wish-settings"
      title={t(wishWords.settingsTitle)}
      action={t(uiWords.save)}
      fields={settingFields}
      first={{ limitYuan: settings.limitFen / 100, claimDays: settings.claimDays }}
      doing={doing}
      onFinish={({ limitYuan, claimDays }) =>
        doing.run(
          { projectId: project.id, limitFen: toFen(limitYuan), claimDays },
          {
            onDone: () => {
              onClose()
              void message.success(t(wishWords.done))
            },
          },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="limitYuan" label={t(wishWords.limit)} rules={[{ required: true, message: t(uiWords.required) }]}>
        <InputNumber min={1} max={2000} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="claimDays" label={t(wishWords.claimDays)} rules={[{ required: true, message: t(uiWords.required) }]}>
        <InputNumber min={1} max={60} precision={0} style={{ width: '100%' }} />
      </Form.Item>
    </FormDialog>
  )
}
