import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import type { z } from 'zod'
import type { PersonId } from '../../kernel/ids.ts'
import { send } from '../../web/client/send.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { kindWords } from './kind-schema.ts'
import { certaintyWords, ledgerWords, partPlayedWords, statusWords } from './ledger-words.ts'
import style from './person-timeline.module.css'
import { listServicesOfPerson } from './schema.ts'

type Entry = z.output<typeof listServicesOfPerson.output>['rows'][number]
const limit = 40

const useTimeline = (personId: PersonId) =>
  useInfiniteQuery({
    queryKey: [listServicesOfPerson.name, personId],
    queryFn: ({ pageParam, signal }) => send(listServicesOfPerson, { personId, offset: pageParam, limit }, { signal }),
    initialPageParam: 0,
    getNextPageParam: (last, all) => {
      const shown = all.reduce((sum, page) => sum + page.rows.length, 0)
      return last.rows.length === 0 || shown >= last.total ? undefined : shown
    },
  })

/** The last that was done for or by a person, in one line; nothing before it is known. */
export function LastService({ personId }: { personId: PersonId }) {
  const t = useWords()
  const { day } = useFormats()
  const { data } = useTimeline(personId)
  if (data === undefined) return null
  const last = data.pages.flatMap((page) => page.rows).find((row) => row.status === 'held' && row.day !== null)
  return (
    <p>
      {t(ledgerWords.last)}{' '}
      {last === undefined || last.day === null ? (
        t(ledgerWords.lastNone)
      ) : (
        <Link to={`/services/${last.id}`}>{[day(last.day), t(kindWords[last.kind]), last.title].filter((known) => known).join(' · ')}</Link>
      )}
    </p>
  )
}

/** Everything that was done for or by a person, the newest first, month by month. More comes as one scrolls. */
export function PersonTimeline({ personId }: { personId: PersonId }) {
  const t = useWords()
  const { month, number } = useFormats()
  const asked = useTimeline(personId)
  const rows = asked.data?.pages.flatMap((page) => page.rows) ?? []
  const total = asked.data?.pages[0]?.total
  const months = [...Map.groupBy(rows, (row) => row.day?.slice(0, 7) ?? '')]
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = asked
  const end = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const seen = end.current
    if (seen === null || !hasNextPage || isFetchingNextPage) return undefined
    const watcher = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) void fetchNextPage()
    })
    watcher.observe(seen)
    return () => watcher.disconnect()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])

  return (
    <Panel
      title={t(ledgerWords.timeline)}
      actions={total === undefined || total === 0 ? undefined : <span>{t(ledgerWords.timelineCount, { n: number(total) })}</span>}
    >
      <FailureNote failure={asked.error} onRetry={() => void asked.refetch()} />
      {asked.isPending ? <Skeleton active title={false} paragraph={{ rows: 4 }} /> : null}
      {total === 0 ? <p className={style['none']}>{t(ledgerWords.timelineNone)}</p> : null}
      {months.map(([at, entries]) => (
        <section key={at} className={style['month']}>
          <h3>{at === '' ? t(ledgerWords.noDay) : month(at)}</h3>
          <ol>
            {entries.map((entry) => (
              <TimelineEntry key={`${entry.id}.${entry.part}`} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
      <div ref={end}>
        {hasNextPage ? (
          <Button block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t(ledgerWords.more)}
          </Button>
        ) : null}
      </div>
    </Panel>
  )
}

function TimelineEntry({ entry }: { entry: Entry }) {
  const t = useWords()
  const { day } = useFormats()
  const what = [t(kindWords[entry.kind]), entry.title].filter((known) => known !== null && known !== '').join(' · ')
  return (
    <li className={entry.status === 'held' ? undefined : style['notHeld']}>
      <span className={style['day']}>
        {entry.day === null ? '—' : day(entry.day)}
        {entry.startsAt === null ? null : <small>{entry.startsAt}</small>}
      </span>
      <span>
        <Link to={`/services/${entry.id}`}>{what}</Link>{' '}
        {entry.part === 'beneficiary' ? null : <Chip>{t(ledgerWords.as, { part: t(partPlayedWords[entry.part]) })}</Chip>}{' '}
        {entry.status === 'held' ? null : <Chip tone="look">{t(statusWords[entry.status])}</Chip>}{' '}
        {entry.repeats || entry.attendanceRepeats ? <Chip tone="look">{t(ledgerWords.repeats)}</Chip> : null}{' '}
        {entry.certainty === 'unresolved' ? <Chip tone="look">{t(certaintyWords.unresolved)}</Chip> : null}
        <small>{[entry.communityName, entry.worker].filter((known) => known !== null).join(' · ')}</small>
      </span>
    </li>
  )
}
