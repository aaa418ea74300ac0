import { App, Button, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { v7 } from 'uuid'
import { daySchema } from '../../kernel/day.ts'
import { entered } from '../../kernel/entered.ts'
import { personIdSchema, type ProjectId } from '../../kernel/ids.ts'
import { toFen, toYuan } from '../../kernel/money.ts'
import { useDo } from '../../web/client/calls.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { DraftForm } from '../../web/ui/draft-form.tsx'
import { ReasonField } from '../../web/ui/reason-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { PersonSearch } from '../people/person-search.tsx'
import { changeWish, collectWish, wishSortSchema, type Wish, type WishSort } from './schema.ts'
import { screen } from './screen-rules.ts'
import { sortWords, wishWords } from './wish-words.ts'

type Chosen = { id: string; name: string; communityName: string | null }
type Entry = {
  person?: Chosen
  sort: WishSort
  title: string
  about?: string
  valueYuan: number
  said?: string
  agreedOn?: string
  reason?: string
}
const fields = ['person', 'sort', 'title', 'about', 'valueFen', 'said', 'agreedOn', 'reason', 'personId']

/** Chooses one elder. */
function OnePerson({
  id,
  projectId,
  value,
  onChange,
}: {
  id?: string
  projectId: ProjectId
  value?: Chosen
  onChange?: (to: Chosen | undefined) => void
}) {
  const t = useWords()
  if (value === undefined)
    return (
      <PersonSearch
        id={id ?? 'wish-person'}
        projectId={projectId}
        onPick={(person) => onChange?.({ id: person.id, name: person.name, communityName: person.communityName })}
      />
    )
  return (
    <Buttons>
      <b>{value.name}</b>
      <span>{value.communityName}</span>
      <Button size="small" onClick={() => onChange?.(undefined)}>
        {t(wishWords.another)}
      </Button>
    </Buttons>
  )
}

/** A wish as it is collected, or written anew. What the public must not read is said while it is typed. */
export function WishForm({
  projectId,
  limitFen,
  wish,
  onDone,
  onLeave,
}: {
  projectId: ProjectId
  limitFen: number
  wish?: Wish
  onDone: (id: string) => void
  onLeave: () => void
}) {
  const t = useWords()
  const { message } = App.useApp()
  const collecting = useDo(collectWish)
  const changing = useDo(changeWish)
  const [id] = useState(() => wish?.id ?? v7())
  const [first] = useState<Partial<Entry>>(() =>
    wish === undefined
      ? { sort: 'goods', agreedOn: today() }
      : {
          sort: wish.sort,
          title: wish.title,
          ...(wish.about === null ? {} : { about: wish.about }),
          valueYuan: wish.valueFen / 100,
          ...(wish.said === null ? {} : { said: wish.said }),
        },
  )
  const required = [{ required: true, message: t(uiWords.required) }]
  const mayStand = {
    validator: (_rule: unknown, typed: unknown) => {
      const [finding] = screen(typeof typed === 'string' ? typed : '')
      return finding === undefined ? Promise.resolve() : Promise.reject(new Error(t(finding.because)))
    },
  }
  const save = (entry: Entry, forget: () => void) => {
    const done = () => {
      forget()
      void message.success(t(wishWords.saved))
      onDone(id)
    }
    const written = {
      id,
      sort: entry.sort,
      title: entry.title,
      about: entered(entry.about),
      valueFen: toFen(entry.valueYuan),
      said: entered(entry.said),
    }
    if (wish !== undefined) return changing.run({ ...written, version: wish.version, reason: entry.reason ?? '' }, { onDone: done })
    return collecting.run(
      { ...written, projectId, personId: personIdSchema.parse(entry.person?.id), agreedOn: daySchema.parse(entry.agreedOn) },
      { onDone: done },
    )
  }
  return (
    <div style={{ maxWidth: 640 }}>
      <DraftForm<Entry>
        name="wish"
        draft={wish === undefined ? `wish.new.${projectId}` : `wish.${wish.id}`}
        fields={fields}
        first={first}
        doing={wish === undefined ? collecting : changing}
        action={t(uiWords.save)}
        onSave={save}
        onLeave={onLeave}
      >
        {wish === undefined ? (
          <Form.Item name="person" label={t(wishWords.person)} rules={required}>
            <OnePerson projectId={projectId} />
          </Form.Item>
        ) : null}
        <Form.Item name="sort" label={t(wishWords.sort)}>
          <Select options={wishSortSchema.options.map((each) => ({ value: each, label: t(sortWords[each]) }))} />
        </Form.Item>
        <Form.Item
          name="title"
          label={t(wishWords.publicTitle)}
          extra={t(wishWords.publicTitleHint)}
          rules={[{ required: true, whitespace: true, min: 2, message: t(uiWords.required) }, mayStand]}
        >
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="about" label={t(wishWords.publicAbout)} extra={t(wishWords.publicHint)} rules={[mayStand]}>
          <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
        </Form.Item>
        <Form.Item
          name="valueYuan"
          label={t(wishWords.valueYuan)}
          extra={t(wishWords.valueHint, { yuan: toYuan(limitFen) })}
          rules={[
            ...required,
            {
              validator: (_rule: unknown, typed: unknown) =>
                typeof typed === 'number' && toFen(typed) > limitFen
                  ? Promise.reject(new Error(t(wishWords.valueHint, { yuan: toYuan(limitFen) })))
                  : Promise.resolve(),
            },
          ]}
        >
          <InputNumber min={0} precision={2} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="said" label={t(wishWords.said)} extra={t(wishWords.saidHint)}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Form.Item>
        {wish === undefined ? (
          <Form.Item name="agreedOn" label={t(wishWords.agreedOn)} rules={required}>
            <DayField upTo={today()} />
          </Form.Item>
        ) : (
          <ReasonField label={t(wishWords.changeReason)} />
        )}
      </DraftForm>
    </div>
  )
}

/** After a wish was written, its own page. */
export function useWishAddress() {
  const navigate = useNavigate()
  return (id: string) => void navigate(`/wishes/${id}`, { replace: true })
}
