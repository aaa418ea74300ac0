import { Form, Input, Select } from 'antd'
import { useState } from 'react'
import { v7 } from 'uuid'
import { asOf, daySchema } from '../../kernel/day.ts'
import { attendanceIdSchema, divisionCodeSchema, personIdSchema, serviceIdSchema } from '../../kernel/ids.ts'
import { toFen } from '../../kernel/money.ts'
import { useDo } from '../../web/client/calls.ts'
import { useCommunities } from '../../web/client/communities.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { PersonSearch } from '../people/person-search.tsx'
import { craftWords as w } from './craft-words.ts'
import { shareOf } from './sale-rules.ts'
import { addPiece, sellPiece, type Piece } from './schema.ts'
import { usualShare, useSaved } from './use-saved.tsx'
import { PriceField, ShareField } from './yuan.tsx'

type AddEntry = {
  id: string
  attendanceId: string
  makerId: string
  craft: string
  price: number
  share: number
  day: string
  communityCode: string
}
const addFields = ['makerId', 'craft', 'priceFen', 'day', 'communityCode', 'attended']

export function AddPiece({ project, open, onClose }: { project: ListedProject; open: boolean; onClose: () => void }) {
  const t = useWords()
  const communities = useCommunities(project.id)
  const adding = useDo(addPiece)
  const onDone = useSaved(onClose)
  const required = { required: true, message: t(uiWords.required) }
  return (
    <FormDialog<AddEntry>
      open={open}
      name="add-piece"
      title={t(w.addPiece)}
      action={t(w.addPiece)}
      fields={addFields}
      first={{ id: v7(), attendanceId: v7(), share: usualShare / 100, day: asOf(today(), project.endsOn) }}
      doing={adding}
      onFinish={(entry) =>
        adding.run(
          {
            id: serviceIdSchema.parse(entry.id),
            projectId: project.id,
            communityCode: divisionCodeSchema.parse(entry.communityCode),
            attendanceId: attendanceIdSchema.parse(entry.attendanceId),
            makerId: personIdSchema.parse(entry.makerId),
            day: daySchema.parse(entry.day),
            craft: entry.craft,
            priceFen: toFen(entry.price),
            shareBasisPoints: Math.round(entry.share * 100),
          },
          { onDone },
        )
      }
      onClose={onClose}
    >
      {['id', 'attendanceId'].map((name) => (
        <Form.Item key={name} name={name} hidden>
          <input type="hidden" />
        </Form.Item>
      ))}
      <Form.Item name="makerId" label={t(w.maker)} rules={[{ ...required, message: t(uiWords.choose) }]}>
        <PickMaker project={project} />
      </Form.Item>
      <Form.Item name="craft" label={t(w.craft)} rules={[required]}>
        <Input maxLength={40} placeholder={t(w.craftHint)} />
      </Form.Item>
      <PriceField name="price" label={w.listPrice} />
      <ShareField label={w.share} />
      <Form.Item name="day" label={t(w.day)} rules={[required]}>
        <DayField upTo={today()} />
      </Form.Item>
      <Form.Item name="communityCode" label={t(w.community)} rules={[{ ...required, message: t(uiWords.choose) }]}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={communities.map(({ code, name }) => ({ value: code, label: name }))} />
      </Form.Item>
    </FormDialog>
  )
}

function PickMaker({
  id = 'add-piece_makerId',
  project,
  onChange,
}: {
  id?: string
  project: ListedProject
  onChange?: (id: string) => void
}) {
  const [name, setName] = useState<string>()
  return (
    <>
      <PersonSearch
        id={id}
        projectId={project.id}
        onPick={(person) => {
          setName(person.name)
          onChange?.(person.id)
        }}
      />
      {name === undefined ? null : <b>{name}</b>}
    </>
  )
}

type SellEntry = { id: string; day: string; price: number; income: number }
const sellFields = ['day', 'priceFen', 'incomeFen']

export function SellPiece({ piece, onClose }: { piece: Piece | undefined; onClose: () => void }) {
  const t = useWords()
  const selling = useDo(sellPiece)
  const onDone = useSaved(onClose)
  const required = { required: true, message: t(uiWords.required) }
  if (piece === undefined) return null
  const price = piece.priceFen ?? 0
  return (
    <FormDialog<SellEntry>
      open
      name="sell-piece"
      title={t(w.sellOf, { n: piece.number })}
      action={t(w.sell)}
      fields={sellFields}
      first={{ id: v7(), day: today(), price: price / 100, income: shareOf(price, piece.shareBasisPoints ?? usualShare) / 100 }}
      doing={selling}
      onFinish={(entry) =>
        selling.run(
          {
            id: serviceIdSchema.parse(entry.id),
            pieceId: piece.id,
            day: daySchema.parse(entry.day),
            priceFen: toFen(entry.price),
            incomeFen: toFen(entry.income),
          },
          { onDone },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="id" hidden>
        <input type="hidden" />
      </Form.Item>
      <Form.Item name="day" label={t(w.soldOn)} rules={[required]}>
        <DayField upTo={today()} />
      </Form.Item>
      <PriceField name="price" label={w.price} />
      <PriceField name="income" label={w.income} />
    </FormDialog>
  )
}
