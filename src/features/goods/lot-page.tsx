import { Alert, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { serviceIdSchema, type ServiceId } from '../../kernel/ids.ts'
import type { PaperFormat } from '../../kernel/paper.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AbsentPage } from '../../web/shell/absent-page.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Columns } from '../../web/ui/columns.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { Facts } from '../../web/ui/facts.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { PaperButtons } from '../../web/ui/paper-buttons.tsx'
import { EvidencePanel } from '../ledger/evidence-panel.tsx'
import { categoryWords, conditionWords, donorKindWords, goodsWords as w, receiptKindWords, valuedByWords } from './goods-words.ts'
import { printLot } from './hand-out-schema.ts'
import { differenceOf } from './lot-rules.ts'
import { openLot, type Lot } from './lot-schema.ts'
import { LotState } from './lot-state.tsx'
import { Movements } from './movements.tsx'
import { PlanRound } from './plan-round.tsx'
import { StockDialogs, type StockAct } from './stock-dialogs.tsx'

/** One lot: whether it adds up, where it lies, what was done with it. */
export function LotPage() {
  const id = serviceIdSchema.safeParse(useParams()['id'])
  return id.success ? <Opened key={id.data} id={id.data} /> : <AbsentPage />
}

function Opened({ id }: { id: ServiceId }) {
  const t = useWords()
  const asked = useAsk(openLot, { id })
  const lot = asked.data
  return (
    <Page
      title={lot === undefined ? t(w.item) : `${lot.item} ${lot.number}`}
      about={lot?.donor ?? undefined}
      actions={lot === undefined ? undefined : <Actions lot={lot} />}
    >
      <AskedState asked={asked}>
        {(found) => (
          <>
            <Sums lot={found} />
            <Columns
              main={
                <>
                  <Movements lot={found} />
                  <EvidencePanel serviceId={found.id} projectId={found.projectId} />
                </>
              }
              side={
                <>
                  <Places lot={found} />
                  <RoundsOf lot={found} />
                  <Registered lot={found} />
                  <Past lot={found} />
                </>
              }
            />
          </>
        )}
      </AskedState>
    </Page>
  )
}

function Actions({ lot }: { lot: Lot }) {
  const t = useWords()
  const navigate = useNavigate()
  const mayKeep = useMay('goods.keep')
  const mayHandOut = useMay('goods.handOut')
  const [act, setAct] = useState<StockAct>()
  const [planning, setPlanning] = useState(false)
  const papers = (['letter', 'receivedPaper'] as const).map((paper) => ({
    name: t(w[paper]),
    inputFor: (format: PaperFormat) => ({ id: lot.id, paper: paper === 'letter' ? paper : ('received' as const), format }),
  }))
  return (
    <>
      {mayHandOut && lot.stock > 0 ? (
        <Button type="primary" icon={<Icon name="plus" />} onClick={() => setPlanning(true)}>
          {t(w.planRound)}
        </Button>
      ) : null}
      {mayKeep ? (
        <>
          <Button onClick={() => setAct('count')}>{t(w.count)}</Button>
          <Dropdown
            trigger={['click']}
            placement="bottomRight"
            menu={{
              items: [
                { key: 'lose', label: t(w.lose), disabled: lot.stock <= 0, onClick: () => setAct('lose') },
                { key: 'move', label: t(w.move), disabled: lot.stock <= 0, onClick: () => setAct('move') },
                { key: 'correct', label: t(w.correct), onClick: () => void navigate(`/goods/${lot.id}/correct`) },
              ],
            }}
          >
            <Button>
              {t(w.more)} <Icon name="down" size={14} />
            </Button>
          </Dropdown>
        </>
      ) : null}
      <PaperButtons endpoint={printLot} papers={papers} label={t(w.papers)} />
      <StockDialogs lot={lot} act={act} onClose={() => setAct(undefined)} />
      <PlanRound lot={lot} open={planning} onClose={() => setPlanning(false)} />
    </>
  )
}

/** The sum that must hold, and what a closing count says against it. */
function Sums({ lot }: { lot: Lot }) {
  const t = useWords()
  const { number } = useFormats()
  const { received, handedOut, stock, lost, count } = lot
  const difference = differenceOf(lot, count)
  const amount = (n: number) => `${number(n)}${lot.unit ?? ''}`
  return (
    <Panel title={t(w.sums)} actions={<LotState lot={lot} asOf={lot.asOf} />}>
      <p style={{ margin: 0, fontSize: 17 }}>
        {t(w.sumLine, { received: amount(received), handedOut: amount(handedOut), stock: amount(stock), lost: amount(lost) })}
      </p>
      {stock < 0 ? <Alert type="error" showIcon title={t(w.negative, { n: amount(-stock) })} style={{ marginTop: 12 }} /> : null}
      {difference === undefined || count === null ? null : (
        <Alert
          type="warning"
          showIcon
          title={t(w.differenceTitle, { n: amount(Math.abs(difference.missing)) })}
          description={t(difference.missing > 0 ? w.differenceLess : w.differenceMore, {
            received: amount(count.received),
            handedOut: amount(count.handedOut),
            remaining: amount(count.remaining),
            lost: amount(count.lost),
            n: amount(Math.abs(difference.missing)),
            recorded: amount(handedOut),
            stock: amount(stock),
          })}
          style={{ marginTop: 12 }}
        />
      )}
    </Panel>
  )
}

function Places({ lot }: { lot: Lot }) {
  const t = useWords()
  const { number } = useFormats()
  return (
    <Panel title={t(w.places)}>
      <Entries
        rows={lot.places}
        keyOf={({ place }) => place}
        empty={t(w.noPlaces)}
        head={({ place }) => (place === '' ? t(w.unnamedPlace) : place)}
        acts={({ quantity }) => <b>{`${number(quantity)} ${lot.unit ?? ''}`}</b>}
      />
    </Panel>
  )
}

function RoundsOf({ lot }: { lot: Lot }) {
  const t = useWords()
  const { day } = useFormats()
  const mayHandOut = useMay('goods.handOut')
  if (lot.rounds.length === 0 && lot.bookLines === 0) return null
  return (
    <Panel title={t(w.rounds)}>
      {lot.bookLines === 0 ? null : <p>{t(w.bookLines, { n: lot.bookLines })}</p>}
      {lot.rounds.length === 0 ? null : (
        <Entries
          rows={lot.rounds}
          keyOf={({ id }) => id}
          empty=""
          head={({ id, title }) => (mayHandOut ? <Link to={`/goods/rounds/${id}`}>{title}</Link> : title)}
          more={(round) => `${round.communityName} · ${day(round.day)}`}
          acts={({ handed, shares }) => `${handed}/${shares}`}
        />
      )}
    </Panel>
  )
}

function Registered({ lot }: { lot: Lot }) {
  const t = useWords()
  const { day, money, number } = useFormats()
  return (
    <Panel title={t(w.facts)}>
      <Facts
        facts={[
          [w.donor, lot.donor ?? (lot.donorKind === null ? null : t(donorKindWords[lot.donorKind]))],
          [w.receivedOn, lot.receivedOn === null ? null : day(lot.receivedOn)],
          [w.communityCode, lot.communityName ?? t(w.wholeProject)],
          [w.category, lot.category === null ? null : t(categoryWords[lot.category])],
          [w.spec, lot.spec],
          [w.batchCode, lot.batchCode],
          [w.condition, lot.condition === null ? null : t(conditionWords[lot.condition])],
          [w.expiresOn, lot.expiresOn === null ? null : day(lot.expiresOn)],
          [w.checkedBy, lot.checkedBy],
          [w.unitPrice, lot.unitPriceFen === null ? null : money(lot.unitPriceFen)],
          [w.value, lot.valueFen === null ? null : money(lot.valueFen)],
          [w.valuedBy, lot.valuedBy === null ? null : `${t(valuedByWords[lot.valuedBy])} ${lot.valueNote ?? ''}`],
          [w.restrictedTo, lot.restrictedTo],
          [w.receiptKind, lot.receiptKind === null ? null : `${t(receiptKindWords[lot.receiptKind])} ${lot.receiptNumber ?? ''}`],
          [w.receivedBy, lot.receivedBy],
          [w.lowAt, lot.lowAt === null ? null : number(lot.lowAt)],
        ]}
      />
    </Panel>
  )
}

function Past({ lot }: { lot: Lot }) {
  const t = useWords()
  const { day, moment, number } = useFormats()
  return (
    <>
      {lot.takes.length === 0 ? null : (
        <Panel title={t(w.takes)}>
          <Entries
            rows={lot.takes}
            keyOf={({ id }) => id}
            empty=""
            head={({ place, expected, counted }) =>
              t(w.takeLine, { place: place === '' ? t(w.unnamedPlace) : place, expected: number(expected), counted: number(counted) })
            }
            more={(take) => [day(take.day), take.reason, take.madeBy].filter((known) => known !== null).join(' · ')}
          />
        </Panel>
      )}
      {lot.changes.length === 0 ? null : (
        <Panel title={t(w.changes)}>
          <Entries
            rows={lot.changes}
            keyOf={({ at }) => at}
            empty=""
            head={({ reason }) => reason}
            more={({ by, at }) => `${by ?? ''} ${moment(at)}`}
          />
        </Panel>
      )}
    </>
  )
}
