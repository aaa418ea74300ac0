import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { serviceIdSchema, type ProjectId, type ServiceId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { Chip, type Tone } from '../../web/ui/chip.tsx'
import { Choice } from '../../web/ui/choice.tsx'
import { Filter, Filters } from '../../web/ui/filters.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { SearchField } from '../../web/ui/search-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { officeAddress } from '../ledger/address-rules.ts'
import { kindWords } from '../ledger/kind-schema.ts'
import { Flags, Hours } from './hours-text.tsx'
import type { VolunteerId } from './register-schema.ts'
import { ConfirmHours } from './confirm-hours.tsx'
import { ChangeTimes, RefuseShift, UnconfirmHours } from './shift-dialogs.tsx'
import { listShifts, shiftStateSchema, type ShiftRow, type ShiftState } from './shift-schema.ts'
import { shiftStateWords, shiftWords } from './shift-words.ts'
import { volunteerWords } from './volunteer-words.ts'

const keys = ['state', 'late', 'flagged', 'search', 'event', 'shift'] as const
const limit = 50
const tones: Record<ShiftState, Tone> = { planned: 'calm', toConfirm: 'look', confirmed: 'good', notDone: 'plain' }
type Doing = { readonly what: 'confirm' | 'unconfirm' | 'times' | 'refuse'; readonly shift: ShiftRow }

/** Shifts with their hours: what is to be confirmed, what is worth a look and why, what is confirmed by whom. */
export function ShiftList({
  projectId,
  volunteerId,
  event,
  first = '',
}: {
  projectId: ProjectId
  volunteerId?: VolunteerId
  /** Those of one event alone. */
  event?: ServiceId
  first?: ShiftState | ''
}) {
  const t = useWords()
  const { decimal } = useFormats()
  const mayConfirm = useMay('volunteering.confirm')
  const query = useQueryState(keys)
  const [doing, setDoing] = useState<Doing>()
  // Whoever came for one shift, or for those of an event, sees it in whatever state it is.
  const only = {
    id: serviceIdSchema.safeParse(query.get('shift')).data,
    partOf: event ?? serviceIdSchema.safeParse(query.get('event')).data,
  }
  const isOnly = only.id !== undefined || only.partOf !== undefined
  const chosen = query.get('state') === '' ? (isOnly ? '' : first) : query.get('state')
  const search = query.get('search').trim()
  const asked = useAsk(
    listShifts,
    {
      projectId,
      offset: query.offset,
      limit,
      ...(volunteerId === undefined ? {} : { volunteerId }),
      ...only,
      ...(search === '' ? {} : { search }),
      state: shiftStateSchema.safeParse(chosen).data,
      ...(query.get('late') === '' ? {} : { onlyLate: true }),
      ...(query.get('flagged') === '' ? {} : { onlyFlagged: true }),
    },
    { keepFormer: true },
  )
  const columns: Column<ShiftRow>[] = [
    ...(volunteerId === undefined
      ? [{ title: shiftWords.volunteer, heads: true as const, whole: true as const, cell: (row: ShiftRow) => row.name }]
      : []),
    {
      title: shiftWords.what,
      heads: true,
      cell: (row) => (
        <>
          <Link to={`/services/${row.id}`}>{row.title ?? t(kindWords.volunteer_shift)}</Link>
          {row.about === null || event !== undefined ? null : (
            <div>
              <Link to={officeAddress(row.about.kind, row.about.id)}>{row.about.title ?? t(kindWords[row.about.kind])}</Link>
            </div>
          )}
        </>
      ),
    },
    { title: shiftWords.whenAndWhere, whole: true, cell: (row) => <When shift={row} /> },
    { title: shiftWords.claimed, numeric: true, whole: true, cell: (row) => <Hours minutes={row.claimed} /> },
    { title: shiftWords.confirmed, numeric: true, whole: true, cell: (row) => <Hours minutes={row.confirmed} /> },
    { title: shiftWords.state, cell: (row) => <State shift={row} /> },
    { title: shiftWords.look, cell: (row) => (row.flags.length === 0 ? '—' : <Flags flags={row.flags} />) },
    ...(mayConfirm ? [{ title: uiWords.actions, acts: true as const, cell: (row: ShiftRow) => <Acts shift={row} onDo={setDoing} /> }] : []),
  ]
  const close = () => setDoing(undefined)
  const of = (what: Doing['what']) => (doing?.what === what ? doing.shift : undefined)
  return (
    <>
      {isOnly && event === undefined ? (
        <p>
          {t(only.id === undefined ? shiftWords.onlyEvent : shiftWords.onlyOne)}{' '}
          <Button size="small" onClick={() => query.set({ shift: '', event: '' })}>
            {t(shiftWords.showAll)}
          </Button>
        </p>
      ) : null}
      <Filters name={t(shiftWords.filter)}>
        {volunteerId === undefined && event === undefined ? (
          <Filter id="shift-search" label={t(shiftWords.search)} wide>
            <SearchField
              id="shift-search"
              value={query.get('search')}
              placeholder={t(shiftWords.searchHint)}
              onChange={(next) => query.set({ search: next })}
            />
          </Filter>
        ) : null}
        <Filter id="shift-state" label={t(shiftWords.state)}>
          <Choice
            id="shift-state"
            value={chosen === 'all' ? '' : chosen}
            onChange={(state) => query.set({ state: state === '' && first !== '' && !isOnly ? 'all' : state })}
            options={shiftStateSchema.options.map((state) => ({ value: state, label: t(shiftStateWords[state]) }))}
          />
        </Filter>
        {volunteerId === undefined ? (
          <Checkbox checked={query.get('late') !== ''} onChange={(event) => query.set({ late: event.target.checked ? '1' : '' })}>
            {t(shiftWords.onlyLate)}
          </Checkbox>
        ) : null}
        <Checkbox checked={query.get('flagged') !== ''} onChange={(event) => query.set({ flagged: event.target.checked ? '1' : '' })}>
          {t(shiftWords.onlyFlagged)}
        </Checkbox>
      </Filters>
      <AskedState asked={asked}>
        {({ rows, total, sums }) => (
          <>
            {total === 0 ? null : (
              <p>
                {t(shiftWords.sums, {
                  confirmed: t(volunteerWords.hoursOf, { n: decimal(sums.confirmed / 60, 1) }),
                  unconfirmed: t(volunteerWords.hoursOf, { n: decimal(sums.unconfirmed / 60, 1) }),
                })}
              </p>
            )}
            <RecordTable
              name={t(shiftWords.list)}
              columns={columns}
              rows={rows}
              keyOf={(row) => row.id}
              empty={t(chosen === 'toConfirm' ? shiftWords.noneToConfirm : event === undefined ? shiftWords.none : shiftWords.noneOfEvent)}
              busy={asked.isPlaceholderData}
            />
            <Pager offset={query.offset} limit={limit} total={total} onMove={query.setOffset} />
          </>
        )}
      </AskedState>
      <ConfirmHours shift={of('confirm')} onClose={close} />
      <UnconfirmHours shift={of('unconfirm')} onClose={close} />
      <ChangeTimes shift={of('times')} onClose={close} />
      <RefuseShift shift={of('refuse')} onClose={close} />
    </>
  )
}

function When({ shift }: { shift: ShiftRow }) {
  const { day, minutes } = useFormats()
  return (
    <>
      {shift.day === null ? '—' : day(shift.day)} {shift.startsAt ?? ''}
      {shift.present === null && shift.communityName === null ? null : (
        <div>
          {[shift.present === null ? null : minutes(shift.present), shift.communityName].filter((known) => known !== null).join(' · ')}
        </div>
      )}
    </>
  )
}

function State({ shift }: { shift: ShiftRow }) {
  const t = useWords()
  const { day } = useFormats()
  return (
    <>
      <Chip tone={tones[shift.state]}>{t(shiftStateWords[shift.state])}</Chip>
      {shift.state === 'confirmed' && shift.confirmedBy !== null ? <div>{shift.confirmedBy}</div> : null}
      {shift.isLate ? (
        <div>
          <Chip tone="bad">{t(shiftWords.late)}</Chip>
        </div>
      ) : shift.dueOn === null ? null : (
        <div>{t(shiftWords.dueOn, { day: day(shift.dueOn) })}</div>
      )}
    </>
  )
}

function Acts({ shift, onDo }: { shift: ShiftRow; onDo: (doing: Doing) => void }) {
  const t = useWords()
  if (shift.personId === null || shift.state === 'notDone') return null
  const { name } = shift
  const act = (what: Doing['what']) => () => onDo({ what, shift })
  if (shift.state === 'confirmed')
    return (
      <Button size="small" aria-label={t(shiftWords.unconfirmOf, { name })} onClick={act('unconfirm')}>
        {t(shiftWords.unconfirm)}
      </Button>
    )
  return (
    <Buttons>
      {shift.state === 'toConfirm' ? (
        <Button size="small" aria-label={t(shiftWords.confirmOf, { name })} onClick={act('confirm')}>
          {t(shiftWords.confirm)}
        </Button>
      ) : null}
      <Button size="small" aria-label={t(shiftWords.timesOf, { name })} onClick={act('times')}>
        {t(shiftWords.times)}
      </Button>
      <Button size="small" aria-label={t(shiftWords.refuseOf, { name })} onClick={act('refuse')}>
        {t(shiftWords.refuse)}
      </Button>
    </Buttons>
  )
}
