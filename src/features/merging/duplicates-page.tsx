import { Button } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../web/client/calls.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { WithProject } from '../../web/ui/with-project.tsx'
import { mergingWords } from './merging-words.ts'
import style from './merging.module.css'
import { PairActions } from './pair-actions.tsx'
import { PairTable } from './pair-table.tsx'
import { listLikelyPairs, type Pair } from './schema.ts'

const limit = 10
const keyOf = (pair: Pair): string => `${pair.first.id} ${pair.second.id}`

/** Files that may be of one person, side by side. */
export function DuplicatesPage() {
  return <WithProject page={mergingWords.title}>{(project) => <Duplicates key={project.id} project={project} />}</WithProject>
}

function Duplicates({ project }: { project: ListedProject }) {
  const t = useWords()
  const { number } = useFormats()
  const { offset, setOffset } = useQueryState([])
  const [aside, setAside] = useState<readonly string[]>([])
  const asked = useAsk(listLikelyPairs, { projectId: project.id, offset, limit }, { keepFormer: true })
  return (
    <Page title={t(mergingWords.title)} about={t(mergingWords.about)}>
      <AskedState asked={asked}>
        {({ rows, total }) => {
          const shown = rows.filter((pair) => !aside.includes(keyOf(pair)))
          return (
            <>
              {total === 0 ? (
                <Panel>
                  <p>{t(mergingWords.none)}</p>
                </Panel>
              ) : null}
              {shown.map((pair) => (
                <LikelyPair key={keyOf(pair)} pair={pair} onLater={() => setAside([...aside, keyOf(pair)])} />
              ))}
              {rows.length === shown.length ? null : (
                <p className={style['aside']}>
                  {t(mergingWords.laterDone, { n: number(rows.length - shown.length) })}
                  <Button type="link" onClick={() => setAside([])}>
                    {t(mergingWords.laterBack)}
                  </Button>
                </p>
              )}
              <Pager offset={offset} limit={limit} total={total} onMove={setOffset} />
            </>
          )
        }}
      </AskedState>
    </Page>
  )
}

function LikelyPair({ pair, onLater }: { pair: Pair; onLater: () => void }) {
  const t = useWords()
  const name = t(mergingWords.pair, { first: pair.first.name, second: pair.second.name })
  return (
    <Panel title={name}>
      <p className={style['why']}>
        {t(mergingWords.why)}
        {pair.why.map((why) => (
          <Chip key={why.zh} tone="calm">
            {t(why)}
          </Chip>
        ))}
      </p>
      <PairTable pair={pair} name={name} />
      <PairActions pair={pair} onLater={onLater} />
    </Panel>
  )
}
