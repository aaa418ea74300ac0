import { Button } from 'antd'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { Link } from 'react-router'
import { useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useWords } from '../../web/language/language.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { PersonSearch } from '../people/person-search.tsx'
import { candidateOf } from './decided-rules.ts'
import { doubtWords } from './doubt-words.ts'
import style from './import-names.module.css'
import type { OpenedImport } from './import-page.tsx'
import { namingWords } from './naming-words.ts'
import { decideName, type UnresolvedRow } from './schema.ts'

type Decision = UnresolvedRow['decision']

/** One name as it is written, where, and who it may be. */
export function UnresolvedName({
  opened,
  row,
  community,
  onDecided,
  onMove,
}: {
  opened: OpenedImport
  row: UnresolvedRow
  community: string | undefined
  onDecided: () => void
  onMove: (by: 1 | -1) => void
}) {
  const t = useWords()
  const mayRun = useMay('imports.run') && (opened.state === 'read' || opened.state === 'accepted')
  const deciding = useDo(decideName)
  const [found, setFound] = useState<string>()
  const decide = (decision: Decision) =>
    deciding.run({ id: opened.id, subject: row.subject, decision }, decision === null ? {} : { onDone: onDecided })

  /** Digits choose, Z takes back, arrows move: on every button of the card. */
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const candidate = /^[1-9]$/.test(event.key) ? row.candidates[Number(event.key) - 1] : undefined
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') onMove(event.key === 'ArrowDown' ? 1 : -1)
    else if (row.decision !== null && event.key.toLowerCase() === 'z') decide(null)
    else if (row.decision === null && event.key === '0') decide('nobody')
    else if (row.decision === null && candidate !== undefined) decide(candidate.person)
    else return
    event.preventDefault()
  }

  return (
    <div className={row.decision === null ? style['card'] : style['cardDone']}>
      <div className={style['written']}>
        <b>{row.name}</b> <span>{community}</span>
        <small>
          {row.about} {row.hints === '' ? '' : t(namingWords.hints, { hints: row.hints })}
        </small>
        <small>
          {row.file} {row.sheet} {row.row === null ? '' : t(doubtWords.row, { row: row.row })}
        </small>
      </div>
      <div className={style['choices']}>
        <FailureNote failure={deciding.failure} onRetry={deciding.again} />
        {row.decision === null ? (
          mayRun ? (
            <Choices row={row} busy={deciding.busy} onChoose={decide} onKey={press}>
              <div className={style['search']}>
                <PersonSearch
                  id={`search-${row.subject}`}
                  projectId={opened.projectId}
                  placeholder={t(namingWords.other)}
                  label={t(namingWords.otherFor, { name: row.name })}
                  onPick={(person) => {
                    setFound(person.name)
                    decide({ id: person.id })
                  }}
                />
              </div>
            </Choices>
          ) : null
        ) : (
          <p className={style['decided']}>
            <Decided row={row} decision={row.decision} found={found} />
            {mayRun ? (
              <Button
                size="small"
                loading={deciding.busy}
                aria-label={t(namingWords.takeBackOf, { name: row.name })}
                onKeyDown={press}
                onClick={() => decide(null)}
              >
                {t(namingWords.takeBack)}
              </Button>
            ) : null}
          </p>
        )}
      </div>
    </div>
  )
}

function Choices({
  row,
  busy,
  onChoose,
  onKey,
  children,
}: {
  row: UnresolvedRow
  busy: boolean
  onChoose: (decision: Decision) => void
  onKey: (event: KeyboardEvent) => void
  /** Another way to choose, beside these. */
  children: ReactNode
}) {
  const t = useWords()
  return (
    <div className={style['buttons']}>
      {row.candidates.map((candidate, index) => (
        <Button
          key={JSON.stringify(candidate.person)}
          className={style['candidate'] ?? ''}
          disabled={busy}
          aria-label={t(namingWords.choose, { name: row.name, candidate: candidate.name, because: t(candidate.because) })}
          onKeyDown={onKey}
          onClick={() => onChoose(candidate.person)}
        >
          <kbd>{index + 1}</kbd>
          <b>{candidate.name}</b>
          <span>{t(candidate.because)}</span>
        </Button>
      ))}
      {row.candidates.length === 0 ? <span className={style['faint']}>{t(namingWords.noCandidates)}</span> : null}
      <Button className={style['candidate'] ?? ''} disabled={busy} onKeyDown={onKey} onClick={() => onChoose('nobody')}>
        <kbd>0</kbd>
        {t(namingWords.nobody)}
      </Button>
      {children}
    </div>
  )
}

function Decided({ row, decision, found }: { row: UnresolvedRow; decision: Exclude<Decision, null>; found: string | undefined }) {
  const t = useWords()
  if (decision === 'nobody') return <span>{t(namingWords.wasNobody)}</span>
  const candidate = candidateOf(row, decision)
  return (
    <span>
      {t(namingWords.resolved)} <b>{candidate?.name ?? found ?? t(namingWords.someone)}</b>{' '}
      {candidate === undefined ? '' : <small>{t(candidate.because)}</small>}{' '}
      {'id' in decision ? <Link to={`/people/${decision.id}`}>{t(namingWords.openFile)}</Link> : null}
    </span>
  )
}
