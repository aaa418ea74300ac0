import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { z } from 'zod'
import type { ProjectId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { RecordTable } from '../../web/ui/record-table.tsx'
import { givenSchema, kindWords, partySchema } from '../ledger/kind-schema.ts'
import { contributingPartyWords, givenWords } from '../ledger/ledger-words.ts'
import { listFigureRecords, readLinkFigures } from './figures-schema.ts'
import { fiveParties } from './link-kind-schema.ts'
import style from './linkage.module.css'
import { linkageWords } from './linkage-words.ts'
import { figureWords } from './match-words.ts'

type Of = z.input<typeof listFigureRecords.input>['of']
type Opened = { readonly of: Of; readonly figure: string }
type Figures = z.output<typeof readLinkFigures.output>

/** The figures of linkage; each number opens what it was counted from. */
export function LinkFigures({ projectId }: { projectId: ProjectId }) {
  const asked = useAsk(readLinkFigures, { projectId })
  const [opened, setOpened] = useState<Opened>()
  return (
    <AskedState asked={asked}>
      {(figures) => (
        <>
          <Tables figures={figures} onOpen={setOpened} />
          {opened === undefined ? null : (
            <Records key={JSON.stringify(opened.of)} projectId={projectId} opened={opened} onClose={() => setOpened(undefined)} />
          )}
        </>
      )}
    </AskedState>
  )
}

function Tables({ figures, onOpen }: { figures: Figures; onOpen: (opened: Opened) => void }) {
  const t = useWords()
  const { number } = useFormats()
  const linkages = t(figureWords.linkages)
  const parties = partySchema.options.filter((party) => figures.byPartyAndKind.some((row) => row.party === party))
  const kinds = givenSchema.options.filter((given) => figures.byPartyAndKind.some((row) => row.given === given))
  const communities = [...new Map(figures.byCommunity.map((row) => [row.communityCode, row.communityName])).entries()]
  const open = (of: Of, figure: string, n: number) => (
    <Button type="link" size="small" aria-label={figure} onClick={() => onOpen({ of, figure })}>
      {number(n)}
    </Button>
  )
  return (
    <>
      <Panel title={linkages}>
        <p>{t(figureWords.linkagesAbout)}</p>
        <p>
          {open(
            { figure: 'linkages' },
            t(figureWords.cell, { row: linkages, column: t(figureWords.sum), n: figures.linkages }),
            figures.linkages,
          )}
          {t(figureWords.pending)}：
          {open(
            { figure: 'pending' },
            t(figureWords.cell, { row: t(figureWords.pending), column: t(figureWords.sum), n: figures.pending }),
            figures.pending,
          )}
        </p>
        {parties.length === 0 ? (
          <p>{t(figureWords.none)}</p>
        ) : (
          <section className={style['scroll']} aria-label={t(figureWords.byPartyAndKind)} tabIndex={0}>
            <table className={style['grid']}>
              <caption>{t(figureWords.byPartyAndKind)}</caption>
              <thead>
                <tr>
                  <th scope="col">{t(linkageWords.party)}</th>
                  {kinds.map((given) => (
                    <th key={given} scope="col">
                      {t(givenWords[given])}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {parties.map((party) => (
                  <tr key={party}>
                    <th scope="row">{t(contributingPartyWords[party])}</th>
                    {kinds.map((given) => {
                      const n = figures.byPartyAndKind.find((row) => row.party === party && row.given === given)?.linkages ?? 0
                      const label = t(figureWords.cell, { row: t(contributingPartyWords[party]), column: t(givenWords[given]), n })
                      return <td key={given}>{n === 0 ? '—' : open({ figure: 'linkages', party, given }, label, n)}</td>
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
      </Panel>
      <Panel title={t(figureWords.byParties)}>
        <p>{t(figureWords.byPartiesAbout)}</p>
        <table className={style['grid']}>
          <tbody>
            {figures.byParties.map(({ parties: n, services }) => {
              const name = t(figureWords.parties, { n })
              return (
                <tr key={n}>
                  <th scope="row">{name}</th>
                  <td>
                    {open(
                      { figure: 'parties', parties: n },
                      t(figureWords.cell, { row: t(figureWords.byParties), column: name, n: services }),
                      services,
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </Panel>
      <Panel title={t(figureWords.byCommunity)}>
        <p>{t(figureWords.byCommunityAbout)}</p>
        <section className={style['scroll']} aria-label={t(figureWords.byCommunity)} tabIndex={0}>
          <table className={style['grid']}>
            <thead>
              <tr>
                <th scope="col">{t(linkageWords.community)}</th>
                {fiveParties.map((party) => (
                  <th key={party} scope="col">
                    {t(contributingPartyWords[party])}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {communities.map(([communityCode, name]) => (
                <tr key={communityCode}>
                  <th scope="row">{name}</th>
                  {fiveParties.map((party) => {
                    const n = figures.byCommunity.find((row) => row.communityCode === communityCode && row.party === party)?.services ?? 0
                    const partyName = t(contributingPartyWords[party])
                    return (
                      <td key={party}>
                        {n === 0 ? (
                          <Chip tone="look">{t(figureWords.lacks)}</Chip>
                        ) : (
                          open({ figure: 'community', communityCode, party }, t(figureWords.cell, { row: name, column: partyName, n }), n)
                        )}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </Panel>
    </>
  )
}

const limit = 20

function Records({ projectId, opened, onClose }: { projectId: ProjectId; opened: Opened; onClose: () => void }) {
  const t = useWords()
  const { day, number } = useFormats()
  const [offset, setOffset] = useState(0)
  const asked = useAsk(listFigureRecords, { projectId, of: opened.of, offset, limit }, { keepFormer: true })
  return (
    <Panel
      title={t(figureWords.records, { figure: opened.figure, n: number(asked.data?.total ?? 0) })}
      actions={<Button onClick={onClose}>{t(figureWords.close)}</Button>}
    >
      <AskedState asked={asked}>
        {({ rows, total }) => (
          <>
            <RecordTable
              name={t(figureWords.service)}
              rows={rows}
              keyOf={(row) => row.id}
              columns={[
                {
                  title: figureWords.service,
                  heads: true,
                  cell: (row) => <Link to={`/services/${row.id}`}>{row.title ?? t(kindWords[row.kind])}</Link>,
                },
                { title: figureWords.day, whole: true, cell: (row) => (row.day === null ? '—' : day(row.day)) },
                { title: linkageWords.community, cell: (row) => row.communityName ?? '—' },
                {
                  title: figureWords.partiesColumn,
                  cell: (row) => row.parties.map((party) => t(contributingPartyWords[party])).join('、') || '—',
                },
              ]}
            />
            <Pager offset={offset} limit={limit} total={total} onMove={setOffset} />
          </>
        )}
      </AskedState>
    </Panel>
  )
}
