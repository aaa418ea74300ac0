import { App, Button, Checkbox, InputNumber } from 'antd'
import { useState } from 'react'
import { v7 } from 'uuid'
import type { z } from 'zod'
import { divisionCodeSchema } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useCommunities } from '../../web/client/communities.ts'
import { useMay } from '../../web/client/mine.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Choice } from '../../web/ui/choice.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { Filter } from '../../web/ui/filters.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { WithProject } from '../../web/ui/with-project.tsx'
import { stopOperation, watchProgress } from '../identity/schema.ts'
import { partyWords } from '../organisations/schema.ts'
import { askGivers } from './link-schema.ts'
import style from './linkage.module.css'
import { linkageWords } from './linkage-words.ts'
import { matchWords } from './match-words.ts'
import { openRun, solveMatch, type Run } from './match-schema.ts'
import { PairButton } from './pair-button.tsx'
import { barrierWords } from './reason-rules.ts'
import { Reasons } from './reasons.tsx'

const limit = 50

const numbersOf = ({ needs, volunteers, resources, pins, forbids }: z.output<typeof openRun.output>) => ({
  needs,
  volunteers,
  resources,
  pins,
  forbids,
})
type Pair = Run['rows'][number]

/** All open needs at once: the best assignment, pins and exclusions, and asking from it. */
export function MatchPage() {
  return <WithProject page={linkageWords.match}>{(project) => <Match key={project.id} project={project} />}</WithProject>
}

function Match({ project }: { project: ListedProject }) {
  const t = useWords()
  const mayWrite = useMay('linkage.write')
  const communities = useCommunities(project.id)
  const query = useQueryState(['community'])
  const only = communities.length === 1 ? communities[0]?.code : undefined
  const community = divisionCodeSchema.safeParse(query.get('community')).data ?? only ?? null
  const [perVolunteer, setPerVolunteer] = useState(3)
  const asked = useAsk(openRun, { projectId: project.id, communityCode: community, offset: query.offset, limit }, { keepFormer: true })
  const solving = useDo(solveMatch)
  const stopping = useDo(stopOperation)
  const facts = asked.data
  return (
    <Page title={t(linkageWords.match)} about={t(matchWords.about)}>
      <Panel>
        <div className={style['bar']}>
          <Filter id="match-community" label={t(linkageWords.community)}>
            <Choice
              id="match-community"
              value={community ?? ''}
              any={t(matchWords.whole)}
              onChange={(next) => query.set({ community: next })}
              options={communities.map(({ code, name }) => ({ value: code, label: name }))}
            />
          </Filter>
          <Filter id="match-capacity" label={t(matchWords.perVolunteer)}>
            <InputNumber
              id="match-capacity"
              min={1}
              max={10}
              precision={0}
              value={perVolunteer}
              onChange={(next) => setPerVolunteer(next ?? 3)}
            />
          </Filter>
          {mayWrite && facts !== undefined && facts.needs > 0 ? (
            solving.busy ? (
              <Button
                loading={stopping.busy}
                onClick={() => solving.operationId !== undefined && stopping.run({ operationId: solving.operationId })}
              >
                {t(matchWords.stop)}
              </Button>
            ) : (
              <Button
                type="primary"
                onClick={() => solving.run({ id: solving.newId(), projectId: project.id, communityCode: community, perVolunteer })}
              >
                {t(facts.run === null ? matchWords.solve : matchWords.again)}
              </Button>
            )
          ) : null}
        </div>
        {facts === undefined ? null : <p>{t(facts.needs === 0 ? matchWords.noNeeds : matchWords.facts, numbersOf(facts))}</p>}
        {solving.busy ? <Stage operationId={solving.operationId} /> : null}
        <FailureNote failure={solving.failure} onRetry={solving.again} />
        <FailureNote failure={stopping.failure} onRetry={stopping.again} />
      </Panel>
      <AskedState asked={asked}>
        {({ run }) =>
          run === null ? (
            <Panel>
              <p>{t(matchWords.none)}</p>
            </Panel>
          ) : (
            <Result key={run.id} project={project} run={run} offset={query.offset} onMove={query.setOffset} mayWrite={mayWrite} />
          )
        }
      </AskedState>
    </Page>
  )
}

function Result({
  project,
  run,
  offset,
  onMove,
  mayWrite,
}: {
  project: ListedProject
  run: Run
  offset: number
  onMove: (offset: number) => void
  mayWrite: boolean
}) {
  const t = useWords()
  const { moment, number } = useFormats()
  const { message } = App.useApp()
  const asking = useDo(askGivers)
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map())
  const [changed, setChanged] = useState(false)
  const key = (pair: Pair) => `${pair.needId}/${pair.giver.id}`
  const choose = (pair: Pair, on: boolean) => {
    const next = new Map(chosen)
    if (on) next.set(key(pair), v7())
    else next.delete(key(pair))
    setChosen(next)
  }
  const pairOf = ({ needId, giver, giverName: name, needTitle: title }: Pair) => ({
    needId,
    giver,
    name,
    title,
    onDone: () => setChanged(true),
  })
  const ask = () =>
    asking.run(
      {
        projectId: project.id,
        on: run.asOf,
        perVolunteer: run.perVolunteer,
        links: run.rows.flatMap((pair) => {
          const id = chosen.get(key(pair))
          return id === undefined ? [] : [{ id, needId: pair.needId, giver: pair.giver, quantity: pair.units }]
        }),
      },
      {
        onDone: () => {
          setChosen(new Map())
          void message.success(t(linkageWords.asked))
        },
      },
    )
  return (
    <>
      <Panel
        title={t(matchWords.result)}
        actions={
          mayWrite && chosen.size > 0 ? (
            <Button loading={asking.busy} onClick={ask}>
              {t(matchWords.askChosen, { n: chosen.size })}
            </Button>
          ) : undefined
        }
      >
        <p>
          <Chip tone="good">{t(matchWords.pairs, { n: number(run.pairs) })}</Chip>{' '}
          <Chip tone="calm">{run.gap < 0.00005 ? t(matchWords.best) : t(matchWords.gap, { gap: `${(run.gap * 100).toFixed(2)}%` })}</Chip>{' '}
          {t(matchWords.made, { by: run.createdBy ?? '—', at: moment(run.createdAt), seconds: (run.millis / 1000).toFixed(1) })}
        </p>
        {changed ? <output>{t(matchWords.changed)}</output> : null}
        <FailureNote failure={asking.failure} onRetry={asking.again} />
        <Entries
          rows={run.rows}
          keyOf={key}
          empty={t(matchWords.none)}
          head={(pair) => (
            <>
              {mayWrite && !pair.asked && pair.rule !== 'forbid' ? (
                <Checkbox
                  checked={chosen.has(key(pair))}
                  aria-label={t(matchWords.chooseOf, { title: pair.needTitle, name: pair.giverName })}
                  onChange={(event) => choose(pair, event.target.checked)}
                />
              ) : null}{' '}
              {pair.needTitle} → <b>{pair.giverName}</b> <Chip>{t(partyWords[pair.party])}</Chip>{' '}
              {pair.units > 1 ? <Chip>{[number(pair.units), pair.unit ?? ''].join('')}</Chip> : null}{' '}
              {pair.rule === 'pin' ? <Chip tone="good">{t(linkageWords.pinned)}</Chip> : null}
              {pair.rule === 'forbid' ? <Chip tone="bad">{t(linkageWords.forbidden)}</Chip> : null}
              {pair.asked ? <Chip tone="calm">{t(matchWords.askedAlready)}</Chip> : null}
            </>
          )}
          more={(pair) => (
            <>
              <span>{[pair.personName, pair.communityName].filter((known) => known !== null).join(' · ')}</span>
              <Reasons reasons={pair.reasons} />
            </>
          )}
          acts={
            mayWrite
              ? (pair) => (
                  <>
                    <PairButton act={pair.rule === 'pin' ? 'unpin' : 'pin'} {...pairOf(pair)} />
                    <PairButton act={pair.rule === 'forbid' ? 'allow' : 'forbid'} {...pairOf(pair)} />
                  </>
                )
              : undefined
          }
        />
        <Pager offset={offset} limit={limit} total={run.pairs} onMove={onMove} />
      </Panel>
      <Panel title={t(matchWords.unmet)}>
        <Entries
          rows={run.unmet}
          keyOf={(row) => row.needId}
          empty={t(matchWords.allMet)}
          head={(row) => (
            <>
              {row.needTitle} <Chip tone="look">{t(matchWords.unmetLine, { n: number(row.missing) })}</Chip>
            </>
          )}
          more={(row) => (
            <>
              <span>{[row.personName, row.communityName].filter((known) => known !== null).join(' · ')}</span>{' '}
              {row.why.map(({ why, givers }) => t(linkageWords.barredLine, { why: t(barrierWords[why]), n: givers })).join('；')}
            </>
          )}
        />
      </Panel>
    </>
  )
}

function Stage({ operationId }: { operationId: string | undefined }) {
  const t = useWords()
  const told = useAsk(watchProgress, { operationId: operationId ?? '' }, { when: operationId !== undefined, every: 500 }).data?.progress
  const step = told?.step
  const text =
    step === 'scoring'
      ? matchWords.scoring
      : step === 'solving'
        ? matchWords.solving
        : step === 'pricing'
          ? matchWords.pricing
          : step === 'saving'
            ? matchWords.saving
            : matchWords.reading
  return (
    <div className={style['stage']}>
      <progress
        aria-label={t(linkageWords.match)}
        {...(step === 'scoring' || step === 'pricing' ? { value: told?.done ?? 0, max: Math.max(1, told?.of ?? 1) } : {})}
      />
      <output>{t(text, { n: (told?.done ?? 0) + (step === 'solving' ? 1 : 0), of: told?.of ?? 0 })}</output>
    </div>
  )
}
