import { useRef } from 'react'
import { useAsk } from '../../web/client/calls.ts'
import { useCommunities } from '../../web/client/communities.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { useNarrow } from '../../web/ui/narrow.ts'
import { Panel } from '../../web/ui/page.tsx'
import { nextOpen } from './decided-rules.ts'
import style from './import-names.module.css'
import type { OpenedImport } from './import-page.tsx'
import { importWords } from './import-words.ts'
import { namingWords } from './naming-words.ts'
import { listUnresolved, type UnresolvedRow } from './schema.ts'
import { UnresolvedName } from './unresolved-name.tsx'

/** Names that nobody can be sure of, one card each: the likeliest people a click or a digit away. */
export function ImportNames({ opened }: { opened: OpenedImport }) {
  const t = useWords()
  const narrow = useNarrow()
  const mayRun = useMay('imports.run')
  const canResolve = opened.state === 'read' || opened.state === 'accepted'
  const asked = useAsk(listUnresolved, { id: opened.id })
  return (
    <Panel>
      <p className={style['about']}>
        {t(namingWords.about)} {opened.state === 'accepted' ? t(namingWords.aboutDone) : ''}
      </p>
      {canResolve && mayRun && !narrow ? <p className={style['keys']}>{t(namingWords.keys)}</p> : null}
      {canResolve && !mayRun ? <p>{t(importWords.readOnly)}</p> : null}
      <AskedState asked={asked}>
        {({ rows }) => (rows.length === 0 ? <p>{t(namingWords.none)}</p> : <Names opened={opened} rows={rows} />)}
      </AskedState>
    </Panel>
  )
}

function Names({ opened, rows }: { opened: OpenedImport; rows: readonly UnresolvedRow[] }) {
  const t = useWords()
  const { number } = useFormats()
  const communities = useCommunities(opened.projectId)
  const cards = useRef(new Map<string, HTMLElement>())
  const left = rows.filter((row) => row.decision === null).length

  /** Puts the focus on the first thing that can be done with a name. */
  const goTo = (subject: string | undefined) => {
    const card = subject === undefined ? undefined : cards.current.get(subject)
    card?.querySelector('button')?.focus()
    card?.scrollIntoView({ block: 'nearest' })
  }
  const move = (from: string, by: 1 | -1) => goTo(rows[rows.findIndex((row) => row.subject === from) + by]?.subject)

  return (
    <>
      <output className={style['left']}>
        {left === 0
          ? t(namingWords.allDone, { n: number(rows.length) })
          : t(namingWords.left, { left: number(left), n: number(rows.length) })}
      </output>
      <ol className={style['names']} aria-label={t(namingWords.list)}>
        {rows.map((row) => (
          <li
            key={row.subject}
            ref={(card) => {
              if (card === null) cards.current.delete(row.subject)
              else cards.current.set(row.subject, card)
            }}
          >
            <UnresolvedName
              opened={opened}
              row={row}
              community={communities.find(({ code }) => code === row.community)?.name}
              onDecided={() => goTo(nextOpen(rows, row.subject))}
              onMove={(by) => move(row.subject, by)}
            />
          </li>
        ))}
      </ol>
    </>
  )
}
