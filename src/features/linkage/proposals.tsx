import { App, Button, InputNumber } from 'antd'
import { useState } from 'react'
import { v7 } from 'uuid'
import type { Day } from '../../kernel/day.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Confirm } from '../../web/ui/confirm.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { partyWords } from '../organisations/schema.ts'
import type { Giver } from './link-kind-schema.ts'
import { askGivers, proposeForNeed, type ProposalRow } from './link-schema.ts'
import { linkageWords } from './linkage-words.ts'
import { openUnits } from './need-rules.ts'
import type { NeedRow } from './need-schema.ts'
import { PairButton } from './pair-button.tsx'
import { barrierWords } from './reason-rules.ts'
import { Reasons } from './reasons.tsx'

/** Who could meet a need, the best first, with reasons; and how many could not, by why. */
export function Proposals({ need, asOf }: { need: NeedRow; asOf: Day }) {
  const t = useWords()
  const { number } = useFormats()
  const mayWrite = useMay('linkage.write')
  const asked = useAsk(proposeForNeed, { needId: need.id })
  const [asking, setAsking] = useState<ProposalRow>()
  const pairOf = ({ giver, name }: { giver: Giver; name: string }) => ({ needId: need.id, giver, name, title: need.title })
  return (
    <Panel title={t(linkageWords.proposals)}>
      <p>{t(linkageWords.proposalsAbout)}</p>
      <AskedState asked={asked}>
        {({ rows, total, barred, forbidden }) => (
          <>
            <Entries
              rows={rows}
              keyOf={(row) => row.giver.id}
              empty={t(linkageWords.noProposals)}
              head={(row) => (
                <>
                  <b>{row.name}</b> <Chip>{t(partyWords[row.party])}</Chip>{' '}
                  <Chip tone="calm">{t(linkageWords.score, { n: number(row.score) })}</Chip>{' '}
                  {row.pinned ? <Chip tone="good">{t(linkageWords.pinned)}</Chip> : null}
                </>
              )}
              more={(row) => (
                <>
                  {row.about === null ? null : <span>{row.about}</span>}
                  <Reasons reasons={row.reasons} />
                  {row.limits === null ? null : <span>{t(linkageWords.limits, { text: row.limits })}</span>}
                </>
              )}
              acts={
                mayWrite
                  ? (row) => (
                      <>
                        <Button size="small" aria-label={t(linkageWords.askOf, { name: row.name })} onClick={() => setAsking(row)}>
                          {t(linkageWords.ask)}
                        </Button>
                        <PairButton act={row.pinned ? 'unpin' : 'pin'} {...pairOf(row)} />
                        <PairButton act="forbid" {...pairOf(row)} />
                      </>
                    )
                  : undefined
              }
            />
            {total > rows.length ? <p>{t(linkageWords.proposalsMore, { n: total, shown: rows.length })}</p> : null}
            {forbidden.length === 0 ? null : (
              <>
                <h3>{t(linkageWords.forbidden)}</h3>
                <Entries
                  rows={forbidden}
                  keyOf={(row) => row.giver.id}
                  empty=""
                  head={(row) => row.name}
                  acts={mayWrite ? (row) => <PairButton act="allow" {...pairOf(row)} /> : undefined}
                />
              </>
            )}
            {barred.length === 0 ? null : (
              <>
                <h3>{t(linkageWords.barred)}</h3>
                <ul>
                  {barred.map(({ why, givers }) => (
                    <li key={why}>{t(linkageWords.barredLine, { why: t(barrierWords[why]), n: givers })}</li>
                  ))}
                </ul>
              </>
            )}
          </>
        )}
      </AskedState>
      {asking === undefined ? null : <AskDialog need={need} row={asking} asOf={asOf} onClose={() => setAsking(undefined)} />}
    </Panel>
  )
}

function AskDialog({ need, row, asOf, onClose }: { need: NeedRow; row: ProposalRow; asOf: Day; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const doing = useDo(askGivers)
  const most = row.giver.sort === 'volunteer' ? 1 : Math.max(1, Math.min(openUnits(need), row.left ?? openUnits(need)))
  const [units, setUnits] = useState(most)
  const [id] = useState(() => v7())
  return (
    <Confirm
      open
      title={t(linkageWords.askOf, { name: row.name })}
      about={need.title}
      action={t(linkageWords.ask)}
      doing={doing}
      onConfirm={() =>
        doing.run(
          { projectId: need.projectId, on: asOf, links: [{ id, needId: need.id, giver: row.giver, quantity: units }] },
          {
            onDone: () => {
              void message.success(t(linkageWords.asked))
              onClose()
            },
          },
        )
      }
      onClose={onClose}
    >
      {most === 1 ? null : (
        <label>
          {t(linkageWords.askUnits)}{' '}
          <InputNumber min={1} max={most} precision={0} value={units} onChange={(next) => setUnits(next ?? 1)} suffix={need.unit} />
        </label>
      )}
    </Confirm>
  )
}
