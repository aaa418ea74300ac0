import { Form, Input, Select } from 'antd'
import { daySchema } from '../../kernel/day.ts'
import { entered } from '../../kernel/entered.ts'
import { serviceIdSchema } from '../../kernel/ids.ts'
import { toFen } from '../../kernel/money.ts'
import { useDo } from '../../web/client/calls.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { craftWords as w, stateWords } from './craft-words.ts'
import { pieceStateSchema, placePiece, type Piece, type PieceState } from './schema.ts'
import { usualShare, useSaved } from './use-saved.tsx'
import { PriceField, ShareField } from './yuan.tsx'

type PlaceEntry = {
  state: PieceState
  consignedTo?: string | null
  exhibitionId?: string
  since: string
  price: number
  share: number
  reason: string
}
const placeFields = ['state', 'consignedTo', 'exhibitionId', 'since', 'reason']

export function PlacePiece({
  piece,
  exhibitions,
  onClose,
}: {
  piece: Piece | undefined
  exhibitions: readonly { readonly id: string; readonly name: string }[]
  onClose: () => void
}) {
  const t = useWords()
  const placing = useDo(placePiece)
  const onDone = useSaved(onClose)
  if (piece === undefined) return null
  const required = { required: true, message: t(uiWords.required) }
  return (
    <FormDialog<PlaceEntry>
      open
      name="place-piece"
      title={t(w.placeOf, { n: piece.number })}
      action={t(uiWords.save)}
      fields={placeFields}
      first={{
        state: 'consigned',
        since: today(),
        price: (piece.priceFen ?? 0) / 100,
        share: (piece.shareBasisPoints ?? usualShare) / 100,
      }}
      doing={placing}
      onFinish={(entry) =>
        placing.run(
          {
            id: piece.id,
            version: piece.version,
            state: entry.state,
            consignedTo: entered(entry.consignedTo),
            exhibitionId: serviceIdSchema.safeParse(entry.exhibitionId).data ?? null,
            since: daySchema.parse(entry.since),
            priceFen: toFen(entry.price),
            shareBasisPoints: Math.round(entry.share * 100),
            reason: entry.reason,
          },
          { onDone },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="state" label={t(w.state)}>
        <Select options={pieceStateSchema.options.map((value) => ({ value, label: t(stateWords[value]) }))} />
      </Form.Item>
      <Form.Item noStyle dependencies={['state']}>
        {({ getFieldValue }) =>
          getFieldValue('state') === 'consigned' ? (
            <Form.Item name="consignedTo" label={t(w.consignedTo)} rules={[required]}>
              <Input maxLength={60} />
            </Form.Item>
          ) : getFieldValue('state') === 'shown' ? (
            <Form.Item name="exhibitionId" label={t(w.exhibition)} rules={[{ ...required, message: t(uiWords.choose) }]}>
              <Select options={exhibitions.map(({ id, name }) => ({ value: id, label: name }))} />
            </Form.Item>
          ) : null
        }
      </Form.Item>
      <Form.Item name="since" label={t(w.since)} rules={[required]}>
        <DayField upTo={today()} />
      </Form.Item>
      <PriceField name="price" label={w.listPrice} />
      <ShareField label={w.share} />
      <Form.Item name="reason" label={t(w.reason)} rules={[required]}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}
