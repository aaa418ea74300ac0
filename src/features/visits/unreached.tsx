import { Link } from 'react-router'
import type { ProjectId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import type { Attention } from '../../web/ui/attention.tsx'
import { unitWords } from '../../web/ui/unit-words.ts'
import { Panel } from '../../web/ui/page.tsx'
import { dutyWords, showWords } from './duty-words.ts'
import { showUnreached, type Unreached } from './schema.ts'
import type { Show } from './visit-schema.ts'
import style from './visits.module.css'

const shown: readonly Show[] = ['overdue', 'due', 'silent', 'labelReview']
const most = 6

const listAt = (show: Show, more: Record<string, string> = {}): string => `/visits?${new URLSearchParams({ show, ...more }).toString()}`

/** Whom have we not reached? Each number opens its list. */
export function UnreachedPanel({ projectId }: { projectId: ProjectId }) {
  const may = useMay('visits.read')
  const { data } = useAsk(showUnreached, { projectId }, { when: may })
  return data === undefined || data.counts.all === 0 ? null : <Shown unreached={data} />
}

function Shown({ unreached }: { unreached: Unreached }) {
  const t = useWords()
  const { day, number } = useFormats()
  const { counts, overdueByCommunity, overdueByWorker, settings } = unreached
  return (
    <Panel title={t(dutyWords.question)}>
      <p className={style['faint']}>{t(unreached.ended ? dutyWords.asOfEnd : dutyWords.asOf, { day: day(unreached.asOf) })}</p>
      <div className={style['numbers']}>
        {shown.map((show) => (
          <Link key={show} className={style['number']} to={listAt(show)}>
            <b>
              {number(counts[show])} <small>{t(dutyWords.person)}</small>
            </b>
            <span>
              {show === 'silent'
                ? `${t(showWords.silent)}（${t(dutyWords.silentDays, { days: settings.silentDays })}）`
                : t(showWords[show])}
            </span>
          </Link>
        ))}
      </div>
      {counts.overdue === 0 ? (
        <p>{t(dutyWords.allReached)}</p>
      ) : (
        <div className={style['split']}>
          <div>
            <h3>{t(dutyWords.byCommunity)}</h3>
            <ul>
              {overdueByCommunity.slice(0, most).map(({ code, name, count, of }) => (
                <li key={code ?? ''}>
                  <Link to={listAt('overdue', code === null ? {} : { community: code })}>
                    <span>{name ?? t(dutyWords.noPlace)}</span>
                    <span>{t(dutyWords.ofElders, { n: number(count), of: number(of) })}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </div>
          <div>
            <h3>{t(dutyWords.byWorker)}</h3>
            <ul>
              {overdueByWorker.slice(0, most).map(({ worker, count }) => (
                <li key={worker}>
                  <Link to={listAt('overdue', { worker: worker === '' ? '-' : worker })}>
                    <span>{worker === '' ? t(dutyWords.nobody) : worker}</span>
                    <span>{t(dutyWords.persons, { n: number(count) })}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </Panel>
  )
}

/** What waits for somebody who looks after elders. Undefined: not known yet. */
export function useVisitAttention(projectId: ProjectId): readonly Attention[] | undefined {
  const t = useWords()
  const may = useMay('visits.read')
  const asked = useAsk(showUnreached, { projectId }, { when: may })
  if (!may) return []
  if (asked.data === undefined) return asked.error === null ? undefined : []
  const { counts, urgentProblems } = asked.data
  const one = (show: Show): readonly Attention[] =>
    counts[show] === 0
      ? []
      : [{ key: `visits.${show}`, title: t(showWords[show]), count: counts[show], unit: unitWords.persons, to: listAt(show) }]
  return [
    ...one('escalated'),
    ...(urgentProblems === 0
      ? []
      : [
          {
            key: 'visits.urgent',
            title: t(dutyWords.urgent),
            count: urgentProblems,
            unit: unitWords.items,
            to: '/visits/problems?urgency=urgent',
          },
        ]),
    ...one('tierReview'),
    ...one('undecided'),
  ]
}
