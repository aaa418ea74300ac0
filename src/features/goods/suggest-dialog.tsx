import { App, Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { Labels } from '../people/labels.tsx'
import style from './goods.module.css'
import { addRecipients, suggestRecipients, type Candidate, type Round } from './round-schema.ts'
import { roundWords as r } from './round-words.ts'

const keyOf = (candidate: Candidate): string => candidate.householdId ?? candidate.personIds[0] ?? ''

/** Households that might be put on a list, each with its reasons: a person decides. */
export function SuggestDialog({ round, open, onClose }: { round: Round; open: boolean; onClose: () => void }) {
  return open ? <Suggesting round={round} onClose={onClose} /> : null
}

function Suggesting({ round, onClose }: { round: Round; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const asked = useAsk(suggestRecipients, { roundId: round.id })
  const adding = useDo(addRecipients)
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const rows = asked.data?.rows ?? []
  const chosen = rows.filter((row) => marked.has(keyOf(row)))
  const enough = Math.max(0, Math.floor(round.stockAtPlace / round.each) - (round.shares - round.handed))
  const some = [10, 30, enough].filter((n, at, all) => n > 0 && n < rows.length && all.indexOf(n) === at).toSorted((a, b) => a - b)
  const save = () =>
    adding.run(
      { roundId: round.id, people: chosen.flatMap((row) => row.personIds.map((personId) => ({ id: adding.newId(personId), personId }))) },
      {
        onDone: ({ added }) => {
          onClose()
          void message.success(t(r.added, { n: added }))
        },
      },
    )
  return (
    <Modal
      open
      title={t(r.suggest)}
      okText={t(r.addChosen)}
      okButtonProps={{ disabled: chosen.length === 0, loading: adding.busy }}
      onOk={save}
      onCancel={onClose}
      mask={{ closable: false }}
      width="min(760px, 100vw)"
    >
      <p className={style['soft']}>{t(r.suggestAbout)}</p>
      <FailureNote failure={adding.failure} onRetry={adding.again} />
      <AskedState asked={asked}>
        {() =>
          rows.length === 0 ? (
            <p>{t(r.suggestNone)}</p>
          ) : (
            <>
              <div className={style['tools']}>
                {[...some, rows.length].map((n) => (
                  <Button key={n} size="small" onClick={() => setMarked(new Set(rows.slice(0, n).map(keyOf)))}>
                    {t(r.firstN, { n })}
                  </Button>
                ))}
                <Button size="small" disabled={chosen.length === 0} onClick={() => setMarked(new Set())}>
                  {t(r.chooseNone)}
                </Button>
                <span>{t(r.chosen, { n: chosen.length })}</span>
              </div>
              <ul className={style['candidates']} aria-label={t(r.suggest)}>
                {rows.map((row) => (
                  <li key={keyOf(row)}>
                    <span className={style['points']}>{t(r.points, { n: row.points })}</span>
                    <Checkbox
                      checked={marked.has(keyOf(row))}
                      onChange={(event) => {
                        const next = new Set(marked)
                        if (event.target.checked) next.add(keyOf(row))
                        else next.delete(keyOf(row))
                        setMarked(next)
                      }}
                    >
                      {row.names.join('、')}
                    </Checkbox>
                    <Why row={row} />
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </AskedState>
    </Modal>
  )
}

function Why({ row }: { row: Candidate }) {
  const t = useWords()
  const { day } = useFormats()
  const needs = row.needs.map((need) => (need === '' ? t(r.needOther) : need))
  return (
    <div className={style['soft']}>
      {row.labels.length === 0 ? null : <Labels codes={row.labels} />}{' '}
      {[
        row.lastOn === null ? t(r.never) : t(r.lastOn, { item: row.lastItem ?? '', day: day(row.lastOn) }),
        ...(needs.length === 0 ? [] : [t(r.needsOf, { needs: needs.join('、') })]),
      ].join(' · ')}
    </div>
  )
}
