import { App, Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { v7 } from 'uuid'
import { monthSchema, monthsBetween } from '../../kernel/day.ts'
import { divisionCodeSchema } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useProjects } from '../../web/client/project.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { explain } from '../../web/ui/explain.ts'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { PaperButtons } from '../../web/ui/paper-buttons.tsx'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { printProgramme } from './print-schema.ts'
import { programmePaperWords } from './programme-paper-rules.ts'
import { programmeWords as w } from './programme-words.ts'
import { copyProgramme, listProgrammes, moveProgramme, type OpenedProgramme, type ProgrammeState } from './schema.ts'

const copyFields = ['communityCode', 'name', 'firstMonth']

/** What can be done with a programme now. */
export function ProgrammeActs({ programme }: { programme: OpenedProgramme }) {
  const t = useWords()
  const navigate = useNavigate()
  const { message, modal } = App.useApp()
  const mayWrite = useMay('programmes.write')
  const [moving, setMoving] = useState<ProgrammeState>()
  const [copying, setCopying] = useState(false)
  const starting = useDo(moveProgramme)
  const { id, version, state, mayChange } = programme
  const start = () =>
    starting.run(
      { id, version, to: 'active', reason: null },
      {
        onDone: () => void message.success(t(w.started)),
        onFailure: (failure) => {
          const why = explain(failure, t)
          modal.error({ title: why.title, content: why.detail })
        },
      },
    )
  return (
    <Buttons>
      {mayChange && state === 'draft' ? (
        <Button type="primary" loading={starting.busy} onClick={start}>
          {t(w.start)}
        </Button>
      ) : null}
      {mayChange && state !== 'ended' ? <Button onClick={() => void navigate(`/programmes/${id}/change`)}>{t(w.change)}</Button> : null}
      {mayWrite ? <Button onClick={() => setCopying(true)}>{t(w.copy)}</Button> : null}
      <PaperButtons endpoint={printProgramme} papers={[{ name: t(programmePaperWords.title), inputFor: (format) => ({ id, format }) }]} />
      {mayChange && state === 'active' ? <Button onClick={() => setMoving('draft')}>{t(w.backToDraft)}</Button> : null}
      {mayChange && state !== 'ended' ? <Button onClick={() => setMoving('ended')}>{t(w.end)}</Button> : null}
      {mayChange && state === 'ended' ? <Button onClick={() => setMoving('active')}>{t(w.reopen)}</Button> : null}
      <MoveDialog programme={programme} to={moving} onClose={() => setMoving(undefined)} />
      <CopyDialog programme={programme} open={copying} onClose={() => setCopying(false)} />
    </Buttons>
  )
}

const asked = {
  ended: { title: w.end, about: w.endAbout },
  draft: { title: w.backToDraft, about: w.backToDraftAbout },
  active: { title: w.reopen, about: w.reopenAbout },
} as const

function MoveDialog({ programme, to, onClose }: { programme: OpenedProgramme; to: ProgrammeState | undefined; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const doing = useDo(moveProgramme)
  const { title, about } = asked[to ?? 'ended']
  return (
    <ReasonDialog
      open={to !== undefined}
      title={t(title)}
      about={t(about)}
      action={t(title)}
      label={t(w.reason)}
      doing={doing}
      onReason={(reason) =>
        doing.run(
          { id: programme.id, version: programme.version, to: to ?? 'ended', reason },
          {
            onDone: () => {
              onClose()
              void message.success(t(w.done))
            },
          },
        )
      }
      onClose={onClose}
    />
  )
}

/** Takes the plan to a community of the project that has none. */
function CopyDialog({ programme, open, onClose }: { programme: OpenedProgramme; open: boolean; onClose: () => void }) {
  const t = useWords()
  const { month } = useFormats()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const doing = useDo(copyProgramme)
  const [newId] = useState(() => v7())
  const project = useProjects().projects.find((each) => each.id === programme.projectId)
  const rows = useAsk(listProgrammes, { projectId: programme.projectId }, { when: open }).data?.rows ?? []
  const places = rows.filter((row) => row.standing === 'none' || row.standing === 'named')
  const months = project === undefined ? [] : monthsBetween(project.startsOn, project.endsOn)
  const first = programme.steps[0]?.month ?? months[0]
  const all = [...new Set([...months, ...(first === undefined ? [] : [first])])].toSorted()
  return (
    <FormDialog<{ communityCode: string; name: string; firstMonth: string }>
      open={open}
      name="programme-copy"
      title={t(w.copy)}
      about={t(w.copyAbout)}
      action={t(uiWords.copy)}
      fields={copyFields}
      first={{ name: programme.name, ...(first === undefined ? {} : { firstMonth: first }) }}
      doing={doing}
      onFinish={({ communityCode, name, firstMonth }) =>
        doing.run(
          {
            id: programme.id,
            newId,
            projectId: programme.projectId,
            communityCode: divisionCodeSchema.parse(communityCode),
            name,
            firstMonth: monthSchema.parse(firstMonth),
          },
          {
            onDone: () => {
              onClose()
              void message.success(t(w.copied))
              void navigate(`/programmes/${newId}`)
            },
          },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="communityCode" label={t(w.copyTo)} rules={[{ required: true, message: t(uiWords.choose) }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t(uiWords.choose)}
          notFoundContent={t(w.copyNone)}
          options={places.map(({ communityCode, communityName, name }) => ({
            value: communityCode,
            label: name === null ? communityName : `${communityName}（${name}）`,
          }))}
        />
      </Form.Item>
      <Form.Item name="name" label={t(w.copyName)} rules={[{ required: true, whitespace: true, min: 2, message: t(uiWords.required) }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="firstMonth" label={t(w.firstMonth)} rules={[{ required: true, message: t(uiWords.choose) }]}>
        <Select options={all.map((each) => ({ value: each, label: month(each) }))} />
      </Form.Item>
    </FormDialog>
  )
}
