import { App, Button, Checkbox, Form, Input } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { attendanceIdSchema, type PersonId } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { PersonSearch } from '../people/person-search.tsx'
import { listPeople } from '../people/schema.ts'
import { clinicWords } from './clinic-words.ts'
import style from './clinic.module.css'
import { signIn, type ClinicDay } from './day-schema.ts'

type Named = { writtenName: string; writtenHints?: string }

/** Signs people in: by two characters of a name, off the register, or by the name they give. */
export function ClinicSignIn({ clinic }: { clinic: ClinicDay }) {
  const t = useWords()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const mayAdd = useMay('people.write')
  const signing = useDo(signIn)
  const [form] = Form.useForm<Named>()
  const [ticks, setTicks] = useState(false)
  const sign = (person: { id: PersonId; name: string }) =>
    signing.run(
      { id: attendanceIdSchema.parse(signing.newId(person.id)), serviceId: clinic.id, personId: person.id },
      {
        onDone: ({ already }) =>
          void message.success(t(already ? clinicWords.signedInAlready : clinicWords.signedIn, { name: person.name })),
      },
    )
  const signByName = ({ writtenName, writtenHints }: Named) =>
    signing.run(
      {
        id: attendanceIdSchema.parse(signing.newId(writtenName)),
        serviceId: clinic.id,
        personId: null,
        writtenName,
        writtenHints: writtenHints ?? null,
      },
      {
        onDone: () => {
          form.resetFields()
          void message.success(t(clinicWords.signedIn, { name: writtenName }))
        },
      },
    )
  return (
    <Panel
      title={t(clinicWords.signIn)}
      actions={
        <Button aria-expanded={ticks} onClick={() => setTicks(!ticks)}>
          {t(clinicWords.tickList)}
        </Button>
      }
    >
      <div className={style['signIn']}>
        <FailureNote failure={signing.failure} onRetry={signing.again} />
        <PersonSearch
          id="clinic-sign-in"
          projectId={clinic.projectId}
          label={t(clinicWords.signInHint)}
          placeholder={t(clinicWords.signInHint)}
          onPick={sign}
        />
        {ticks ? <TickList clinic={clinic} busy={signing.busy} onTick={sign} /> : null}
        <details>
          <summary>{t(clinicWords.notOnRegister)}</summary>
          <p className={style['faint']}>{t(clinicWords.byNameAbout)}</p>
          <Form<Named>
            form={form}
            name="clinic-by-name"
            layout="vertical"
            requiredMark={false}
            className={style['byName'] ?? ''}
            onFinish={signByName}
          >
            <Form.Item
              name="writtenName"
              label={t(clinicWords.writtenName)}
              rules={[{ required: true, whitespace: true, message: t(uiWords.required) }]}
            >
              <Input maxLength={30} autoComplete="off" />
            </Form.Item>
            <Form.Item name="writtenHints" label={t(clinicWords.writtenHints)}>
              <Input maxLength={80} autoComplete="off" />
            </Form.Item>
            <Button htmlType="submit" loading={signing.busy}>
              {t(clinicWords.byName)}
            </Button>
            {mayAdd ? <Button onClick={() => void navigate('/people/new')}>{t(clinicWords.makeFile)}</Button> : null}
          </Form>
        </details>
      </div>
    </Panel>
  )
}

/** The elders of the community, each with a box to tick. */
function TickList({
  clinic,
  busy,
  onTick,
}: {
  clinic: ClinicDay
  busy: boolean
  onTick: (person: { id: PersonId; name: string }) => void
}) {
  const t = useWords()
  const asked = useAsk(listPeople, {
    projectId: clinic.projectId,
    ...(clinic.communityCode === null ? {} : { communityCode: clinic.communityCode }),
    part: 'elder',
    limit: 200,
  })
  const there = new Set(clinic.people.flatMap(({ personId }) => personId ?? []))
  return (
    <AskedState asked={asked}>
      {({ rows }) =>
        rows.length === 0 ? (
          <p>{t(clinicWords.tickListNone)}</p>
        ) : (
          <fieldset className={style['ticks']} aria-label={t(clinicWords.tickList)}>
            {rows
              .filter((row) => row.deceasedOn === null)
              .map((row) => (
                <Checkbox key={row.id} checked={there.has(row.id)} disabled={busy || there.has(row.id)} onChange={() => onTick(row)}>
                  {row.name} <span className={style['faint']}>{row.age === null ? '' : row.age}</span>
                </Checkbox>
              ))}
          </fieldset>
        )
      }
    </AskedState>
  )
}
