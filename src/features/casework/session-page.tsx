import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { serviceIdSchema, type ServiceId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AbsentPage } from '../../web/shell/absent-page.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Columns } from '../../web/ui/columns.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { Facts } from '../../web/ui/facts.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { partPlayedWords } from '../ledger/ledger-words.ts'
import { Written } from '../referrals/written.tsx'
import { CasePrint } from './case-print.tsx'
import { SessionMarks, useMeans } from './case-sessions.tsx'
import { sessionWords } from './case-words.ts'
import { ChangeNote } from './change-note.tsx'
import { NarrowDialog } from './narrow-dialog.tsx'
import { Reviewing } from './reviewing.tsx'
import { openSession, type SessionDetail } from './session-schema.ts'
import { attainmentWords } from './vocabulary-words.ts'

/** One session: when, with whom, what happened, and what the supervisor said. */
export function SessionPage() {
  const id = serviceIdSchema.safeParse(useParams()['id'])
  return id.success ? <Session key={id.data} id={id.data} /> : <AbsentPage />
}

function Session({ id }: { id: ServiceId }) {
  const t = useWords()
  const { day } = useFormats()
  const asked = useAsk(openSession, { id })
  const found = asked.data
  const name = found?.cases[0]?.person ?? ''
  const nth = found?.ordinal === null || found === undefined ? '' : t(sessionWords.nth, { n: found.ordinal })
  return (
    <Page
      title={found === undefined ? t(sessionWords.title) : `${name} ${nth}`.trim()}
      about={found?.day === null || found === undefined ? undefined : day(found.day)}
      actions={found === undefined ? undefined : <Actions found={found} />}
    >
      <AskedState asked={asked}>
        {(one) => (
          <Columns
            main={<Note found={one} />}
            side={
              <>
                <About found={one} />
                {one.mayRead ? (
                  <Reviewing of="session" recordId={one.id} comments={one.comments} review={one.review} isMine={one.isMine} />
                ) : null}
                <Versions found={one} />
              </>
            }
          />
        )}
      </AskedState>
    </Page>
  )
}

function Actions({ found }: { found: SessionDetail }) {
  const t = useWords()
  const mayWrite = useMay('casework.write')
  const supervises = useMay('casework.supervise')
  const [open, setOpen] = useState<'change' | 'narrow'>()
  const [main] = found.cases
  if (!found.mayRead) return null
  const print = main === undefined || !found.isWritten ? null : <CasePrint caseId={main.id} what="session" recordId={found.id} />
  if (!mayWrite) return print
  const mayChange = found.isMine || found.writtenBy === null
  return (
    <>
      {mayChange ? (
        <Button type="primary" onClick={() => setOpen('change')}>
          {t(found.isWritten ? sessionWords.change : sessionWords.writeNow)}
        </Button>
      ) : null}
      {found.version > 0 && (supervises || (!found.isNarrow && mayChange)) ? (
        <Button onClick={() => setOpen('narrow')}>{t(found.isNarrow ? sessionWords.toOrdinary : sessionWords.toNarrow)}</Button>
      ) : null}
      {print}
      <ChangeNote open={open === 'change'} found={found} onClose={() => setOpen(undefined)} />
      <NarrowDialog open={open === 'narrow'} found={found} onClose={() => setOpen(undefined)} />
    </>
  )
}

function Note({ found }: { found: SessionDetail }) {
  const t = useWords()
  const { content } = found
  if (!found.mayRead)
    return (
      <Panel title={t(sessionWords.title)}>
        <p>{t(sessionWords.hidden)}</p>
      </Panel>
    )
  if (content === null)
    return (
      <Panel title={t(sessionWords.title)}>
        <p>{t(sessionWords.unwritten)}</p>
      </Panel>
    )
  const progress = content.progress.filter((one) => one.value !== '' || one.level !== null)
  return (
    <Panel title={t(sessionWords.title)}>
      <Written words={sessionWords.goal} text={content.goal} />
      <Written words={sessionWords.facts} text={content.facts} />
      <Written words={sessionWords.analysis} text={content.analysis} />
      <Written
        words={sessionWords.progress}
        text={progress
          .map((one) =>
            [found.goals.find((goal) => goal.id === one.goalId)?.text, one.value, one.level === null ? '' : t(attainmentWords[one.level])]
              .filter((part) => part !== undefined && part !== '')
              .join(' · '),
          )
          .join('\n')}
      />
      <Written words={sessionWords.nextPlan} text={content.nextPlan} />
      <Written
        words={sessionWords.followUps}
        text={content.followUps
          .map((one) => [one.text, one.who, one.by].filter((part) => part !== null && part !== '').join(' · '))
          .join('\n')}
      />
    </Panel>
  )
}

function About({ found }: { found: SessionDetail }) {
  const t = useWords()
  const { day } = useFormats()
  const meansOf = useMeans()
  return (
    <Panel>
      <p style={{ marginTop: 0 }}>
        <SessionMarks row={found} />
      </p>
      <Facts
        facts={[
          [
            { zh: '个案', en: 'Case' },
            found.cases.map((one, at) => (
              <span key={one.id}>
                {at === 0 ? '' : '、'}
                <Link to={`/cases/${one.id}`}>
                  {one.person} {one.number}
                </Link>
              </span>
            )),
          ],
          [sessionWords.startsAt, found.startsAt],
          [{ zh: '时长', en: 'Lasted' }, found.minutes === null ? null : t({ zh: '{n} 分钟', en: '{n} minutes' }, { n: found.minutes })],
          [sessionWords.means, meansOf(found.means)],
          [sessionWords.place, found.place],
          [sessionWords.attended, found.attended.map((one) => `${one.name}（${t(partPlayedWords[one.part])}）`).join('、')],
          [sessionWords.others, found.content?.others ?? ''],
          [sessionWords.nextOn, found.nextOn === null ? null : day(found.nextOn)],
          [sessionWords.writtenBy, found.writtenBy ?? found.worker],
        ]}
      />
      <p>
        <Link to={`/services/${found.id}`}>{t({ zh: '在服务台账里查看', en: 'In the ledger' })}</Link>
      </p>
    </Panel>
  )
}

function Versions({ found }: { found: SessionDetail }) {
  const t = useWords()
  const { moment } = useFormats()
  if (found.versions.length === 0) return null
  return (
    <Panel title={t(sessionWords.versions)}>
      <Entries
        rows={found.versions}
        keyOf={(row) => String(row.version)}
        empty=""
        head={(row) => row.reason}
        more={(row) => [row.by, moment(row.at)].filter((part) => part !== null).join(' · ')}
      />
    </Panel>
  )
}
