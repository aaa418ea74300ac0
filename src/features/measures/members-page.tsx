import { Link, useSearchParams } from 'react-router'
import { useAsk } from '../../web/client/calls.ts'
import { useCommunities } from '../../web/client/communities.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { RecordTable } from '../../web/ui/record-table.tsx'
import { WithProject } from '../../web/ui/with-project.tsx'
import { useFigureText } from './figure-text.tsx'
import { figureWords } from './figure-words.ts'
import { useAmountText, useMemberColumns } from './member-columns.tsx'
import { memberWords } from './member-words.ts'
import style from './members-page.module.css'
import { measures } from './measure-list-rules.ts'
import { measureKeySchema, type MeasureKey } from './measure-schema.ts'
import { openMembers } from './schema.ts'
import { scopeOfAddress } from './scope-address-rules.ts'
import { useScopeText } from './scope-text.tsx'

const limit = 50

type Opened = ReturnType<typeof openMembers.output.parse>

/** The very rows that a figure was counted from. Which figure it is stands in the address. */
export function MembersPage() {
  const t = useWords()
  const [address] = useSearchParams()
  const measure = measureKeySchema.safeParse(address.get('m'))
  if (!measure.success)
    return (
      <Page title={t(memberWords.unknown)}>
        <Panel>
          <p>{t(memberWords.unknownAbout)}</p>
          <Link to="/figures">{t(memberWords.back)}</Link>
        </Panel>
      </Page>
    )
  return (
    <WithProject page={figureWords.title}>
      {(project) => <MembersOf key={project.id} project={project} measure={measure.data} />}
    </WithProject>
  )
}

function MembersOf({ project, measure }: { project: ListedProject; measure: MeasureKey }) {
  const t = useWords()
  const [address] = useSearchParams()
  const scope = scopeOfAddress((name) => address.get(name))
  const { offset, setOffset } = useQueryState([])
  const scopeText = useScopeText(useCommunities(project.id))
  const asked = useAsk(openMembers, { projectId: project.id, measure, scope, offset, limit }, { keepFormer: true })
  const { name, rule } = measures[measure]
  return (
    <Page title={t(memberWords.title, { name: t(name) })} about={scopeText(scope)}>
      <Panel>
        <AskedState asked={asked}>
          {(opened) => (
            <>
              <Head opened={opened} />
              <p className={style['rule']}>
                <b>{t(memberWords.rule)}</b> {t(rule)}
              </p>
              <Rows opened={opened} busy={asked.isPlaceholderData} />
              <Pager offset={offset} limit={limit} total={opened.inside} onMove={setOffset} />
            </>
          )}
        </AskedState>
      </Panel>
    </Page>
  )
}

/** The value again, and how many rows make it: those listed here and those that the reader may not see. */
function Head({ opened }: { opened: Opened }) {
  const t = useWords()
  const { number } = useFormats()
  const textOf = useFigureText()
  const amountText = useAmountText()
  const { measure, value, inside, outside, insideAmount, outsideAmount, amountIn } = opened
  const isSum = amountIn !== null && amountIn !== 'score'
  return (
    <div className={style['head']}>
      <p className={style['value']}>
        {measures[measure].over === 'estimate' ? t(figureWords.estimate, { n: textOf(measure, value) }) : textOf(measure, value)}
        <small>{t(measures[measure].unit)}</small>
      </p>
      <p className={style['counts']}>
        <span>{t(memberWords.count, { n: number(inside + outside) })}</span>
        <span>{outside === 0 ? t(memberWords.all) : t(memberWords.outside, { n: number(outside) })}</span>
        {isSum && insideAmount !== null ? <span>{t(memberWords.amount, { amount: amountText(insideAmount, amountIn) })}</span> : null}
        {isSum && outsideAmount !== null ? (
          <span>{t(memberWords.outsideAmount, { amount: amountText(outsideAmount, amountIn) })}</span>
        ) : null}
        {amountIn === 'score' ? <span>{t(memberWords.mean)}</span> : null}
      </p>
    </div>
  )
}

function Rows({ opened, busy }: { opened: Opened; busy: boolean }) {
  const t = useWords()
  const columns = useMemberColumns(opened.sort, opened.amountIn)
  return (
    <RecordTable
      name={t(memberWords.list)}
      columns={columns}
      rows={opened.rows}
      keyOf={(row) => row.id}
      empty={t(memberWords.none)}
      busy={busy}
    />
  )
}
