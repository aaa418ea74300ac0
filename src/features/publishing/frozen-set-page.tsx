import { Button, Checkbox } from 'antd'
import { useParams } from 'react-router'
import { useAsk } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { printFigure } from './bulletin-text-rules.ts'
import { DriftDrawer } from './drift-drawer.tsx'
import { frozenIdSchema, frozenSetIdSchema, type FrozenSetId } from './figure-record-schema.ts'
import { listFrozenFigures, type ListedFrozen } from './frozen-schema.ts'
import { publishingWords, purposeWords } from './publishing-words.ts'

const limit = 100

/** The figures of one frozen set beside what the ledger says now. */
export function FrozenSetPage() {
  const t = useWords()
  const id = frozenSetIdSchema.safeParse(useParams()['id'])
  return id.success ? (
    <OneSet id={id.data} />
  ) : (
    <Page title={t(publishingWords.frozen)}>
      <Panel>{t(publishingWords.frozenNone)}</Panel>
    </Page>
  )
}

function OneSet({ id }: { id: FrozenSetId }) {
  const t = useWords()
  const { moment, day } = useFormats()
  const query = useQueryState(['cells', 'figure'])
  const cells = query.get('cells') === '1'
  const asked = useAsk(listFrozenFigures, { setId: id, cells, offset: query.offset, limit }, { keepFormer: true })
  const figure = frozenIdSchema.safeParse(query.get('figure'))
  const say = ({ record }: ListedFrozen, value: number | null) => printFigure(record.measure, value, 'full').zh
  const columns: Column<ListedFrozen>[] = [
    { title: publishingWords.measure, cell: ({ record }) => t(record.name), heads: true },
    { title: publishingWords.scope, cell: ({ record }) => t(record.scopeText) },
    { title: publishingWords.frozenValue, cell: (one) => say(one, one.record.value), numeric: true },
    {
      title: publishingWords.nowValue,
      cell: (one) => (
        <>
          {say(one, one.now)} {one.now === one.record.value ? null : <Chip tone="look">{t({ zh: '已变动', en: 'moved' })}</Chip>}
          {one.sameRule ? null : <Chip tone="look">{t(publishingWords.ruleChanged)}</Chip>}
        </>
      ),
      numeric: true,
    },
    {
      title: publishingWords.corrected,
      cell: ({ record, correctedBy }) =>
        record.corrects !== null
          ? t(publishingWords.wasBefore, { value: printFigure(record.measure, record.corrects.value, 'full').zh })
          : correctedBy === null
            ? '—'
            : t(publishingWords.correctedTo, {
                date: day(correctedBy.asOf.slice(0, 10)),
                value: printFigure(record.measure, correctedBy.value, 'full').zh,
              }),
    },
    {
      title: publishingWords.open,
      acts: true,
      cell: ({ record }) => (
        <Button
          size="small"
          aria-label={t(publishingWords.openOf, { name: t(record.name), scope: t(record.scopeText) })}
          onClick={() => query.set({ figure: record.id })}
        >
          {t(publishingWords.open)}
        </Button>
      ),
    },
  ]
  const set = asked.data?.set
  return (
    <Page
      title={set?.title ?? t(publishingWords.frozen)}
      {...(set === undefined ? {} : { about: `${t(purposeWords[set.purpose])} · ${t(publishingWords.asOf)} ${moment(set.asOf)}` })}
    >
      <Panel>
        <Checkbox checked={cells} onChange={(event) => query.set({ cells: event.target.checked ? '1' : '' })}>
          {t(publishingWords.cells)}
        </Checkbox>
        <AskedState asked={asked}>
          {({ rows, total }) => (
            <>
              <RecordTable
                name={t(publishingWords.frozen)}
                columns={columns}
                rows={rows}
                keyOf={({ record }) => record.id}
                busy={asked.isPlaceholderData}
              />
              <Pager offset={query.offset} limit={limit} total={total} onMove={query.setOffset} />
            </>
          )}
        </AskedState>
      </Panel>
      {figure.success ? <DriftDrawer key={figure.data} id={figure.data} onClose={() => query.set({ figure: '' })} /> : null}
    </Page>
  )
}
