import { App, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { serviceIdSchema, type ServiceId } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Choice } from '../../web/ui/choice.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { RecordTable } from '../../web/ui/record-table.tsx'
import { SearchField } from '../../web/ui/search-field.tsx'
import { kindSchema, kindWords } from '../ledger/kind-schema.ts'
import { listServices } from '../ledger/schema.ts'
import { programmeWords as w } from './programme-words.ts'
import style from './programme.module.css'
import { addProgrammeServices, type OpenedProgramme } from './schema.ts'

const limit = 50

/** Services of the ledger that are to belong to a programme. */
export const AttachDialog = (props: { programme: OpenedProgramme; open: boolean; onClose: () => void }) =>
  props.open ? <Attaching {...props} /> : null

function Attaching({ programme, onClose }: { programme: OpenedProgramme; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const [chosen, setChosen] = useState<readonly ServiceId[]>([])
  const doing = useDo(addProgrammeServices)
  const attach = () =>
    doing.run(
      { id: programme.id, serviceIds: [...chosen] },
      {
        onDone: ({ added }) => {
          onClose()
          void message.success(t(w.attached, { n: added }))
        },
      },
    )
  return (
    <Modal
      open
      title={t(w.attachTitle)}
      okText={t(w.attachCount, { n: chosen.length })}
      okButtonProps={{ disabled: chosen.length === 0, loading: doing.busy }}
      onOk={attach}
      onCancel={onClose}
      mask={{ closable: false }}
      width={820}
    >
      <p>{t(w.attachAbout, { community: programme.communityName })}</p>
      <FailureNote failure={doing.failure} onRetry={doing.again} />
      <Services programme={programme} chosen={chosen} onChoose={setChosen} />
    </Modal>
  )
}

function Services({
  programme,
  chosen,
  onChoose,
}: {
  programme: OpenedProgramme
  chosen: readonly ServiceId[]
  onChoose: (chosen: readonly ServiceId[]) => void
}) {
  const t = useWords()
  const { day, number } = useFormats()
  const [search, setSearch] = useState('')
  const [kind, setKind] = useState('')
  const [offset, setOffset] = useState(0)
  const { projectId, communityCode } = programme
  const belongs = new Set<string>(programme.services.map((service) => service.id))
  const asked = useAsk(
    listServices,
    {
      projectId,
      communityCode,
      status: 'held',
      offset,
      limit,
      search: search.trim() === '' ? undefined : search.trim(),
      kind: kindSchema.safeParse(kind).data,
    },
    { keepFormer: true },
  )
  const begin = (change: () => void) => {
    change()
    setOffset(0)
  }
  return (
    <>
      <search className={style['filters']} aria-label={t(w.attachTitle)}>
        <span>
          <label htmlFor="attach-search" className="visually-hidden">
            {t(w.searchServices)}
          </label>
          <SearchField
            id="attach-search"
            value={search}
            onChange={(text) => begin(() => setSearch(text))}
            placeholder={t(w.searchServices)}
            maxLength={60}
          />
        </span>
        <span>
          <label htmlFor="attach-kind" className="visually-hidden">
            {t(w.kind)}
          </label>
          <Choice
            id="attach-kind"
            value={kind}
            any={t(w.allKinds)}
            onChange={(value) => begin(() => setKind(value))}
            options={kindSchema.options.map((each) => ({ value: each, label: t(kindWords[each]) }))}
          />
        </span>
      </search>
      <AskedState asked={asked}>
        {({ rows, total }) => (
          <>
            <div className={style['picker']}>
              <RecordTable
                name={t(w.attachTitle)}
                rows={rows.filter((row) => !row.repeats)}
                keyOf={(row) => row.id}
                busy={asked.isPlaceholderData}
                empty={t(w.noServices)}
                columns={[
                  {
                    title: w.choose,
                    whole: true,
                    cell: (row) =>
                      belongs.has(row.id) ? (
                        <Chip tone="good">{t(w.belongs)}</Chip>
                      ) : (
                        <Checkbox
                          checked={chosen.includes(row.id)}
                          aria-label={t(w.chooseOf, { name: `${row.title ?? t(kindWords[row.kind])} ${row.day ?? ''}` })}
                          onChange={(event) =>
                            onChoose(
                              event.target.checked ? [...chosen, serviceIdSchema.parse(row.id)] : chosen.filter((each) => each !== row.id),
                            )
                          }
                        />
                      ),
                  },
                  { title: w.service, heads: true, cell: (row) => row.title ?? t(kindWords[row.kind]) },
                  { title: w.kind, whole: true, cell: (row) => t(kindWords[row.kind]) },
                  { title: w.day, whole: true, cell: (row) => (row.day === null ? '—' : day(row.day)) },
                  { title: w.times, numeric: true, cell: (row) => number(row.attendances) },
                ]}
              />
            </div>
            <Pager offset={offset} limit={limit} total={total} onMove={setOffset} />
          </>
        )}
      </AskedState>
    </>
  )
}
