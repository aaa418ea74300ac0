import { App, Button } from 'antd'
import { useMemo, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { PaperFormat } from '../../kernel/paper.ts'
import { serviceIdSchema, type ServiceId } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AbsentPage } from '../../web/shell/absent-page.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Facts } from '../../web/ui/facts.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { PaperButtons } from '../../web/ui/paper-buttons.tsx'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { kindWords } from '../ledger/kind-schema.ts'
import { StatusChip } from '../ledger/status-chip.tsx'
import { dutyWords } from './duty-words.ts'
import { ProblemList } from './problem-list.tsx'
import { cancelVisit, openVisit, printVisit, type Visit } from './record-schema.ts'
import { deedWords, itemSchema, itemWords, meansWords } from './visit-schema.ts'
import { visitWords } from './visit-words.ts'

/** One visit. */
export function VisitPage() {
  const id = serviceIdSchema.safeParse(useParams()['id'])
  return id.success ? <Opened key={id.data} id={id.data} /> : <AbsentPage />
}

function Opened({ id }: { id: ServiceId }) {
  const t = useWords()
  const navigate = useNavigate()
  const mayWrite = useMay('visits.write')
  const asked = useAsk(openVisit, { id })
  const visit = asked.data
  const papers = useMemo(() => [{ name: t(visitWords.paper), inputFor: (format: PaperFormat) => ({ id, format }) }], [t, id])
  const title =
    visit === undefined || visit.people.length === 0 ? t(visitWords.one) : visit.people.map(({ name }) => name).join(t(dutyWords.and))
  return (
    <Page
      title={title}
      about={visit === undefined ? undefined : t(kindWords[visit.kind])}
      actions={
        visit === undefined || !mayWrite ? undefined : (
          <Buttons>
            <PaperButtons endpoint={printVisit} papers={papers} />
            <Button onClick={() => void navigate(`/visits/${id}/correct`)}>{t(visitWords.correct)}</Button>
            {visit.status === 'cancelled' ? null : <Cancel visit={visit} />}
          </Buttons>
        )
      }
    >
      <AskedState asked={asked}>{(found) => <Shown visit={found} />}</AskedState>
    </Page>
  )
}

function Shown({ visit }: { visit: Visit }) {
  const t = useWords()
  const { day, minutes } = useFormats()
  const looked = itemSchema.options.flatMap((item) =>
    visit.checks[item] === undefined ? [] : [{ name: t(itemWords[item]), good: visit.checks[item] }],
  )
  const checks = [...looked, ...visit.otherChecks]
  return (
    <>
      <Panel title={t(visitWords.facts)}>
        <Facts
          facts={[
            [
              visitWords.people,
              visit.people.length === 0
                ? t(visitWords.nobodyKnown)
                : visit.people.map((person) => (
                    <div key={person.personId}>
                      <Link to={`/people/${person.personId}?tab=visits`}>{person.name}</Link>{' '}
                      <Chip tone={person.seen ? 'good' : 'look'}>{t(person.seen ? visitWords.seen : visitWords.unseen)}</Chip>
                    </div>
                  )),
            ],
            [
              visitWords.day,
              visit.day === null ? null : [day(visit.day), visit.startsAt?.slice(0, 5)].filter((known) => known !== undefined).join(' '),
            ],
            [visitWords.means, visit.means === null ? visit.meansWritten : t(meansWords[visit.means])],
            [visitWords.informant, visit.informant],
            [dutyWords.community, visit.communityName],
            [visitWords.worker, visit.worker],
            [visitWords.minutes, visit.minutes === null ? null : minutes(visit.minutes)],
            [{ zh: '状态', en: 'State' }, <StatusChip key="status" status={visit.status} />],
            [visitWords.deeds, visit.deeds.map((deed) => t(deedWords[deed])).join(t(dutyWords.and))],
          ]}
        />
        {checks.length === 0 ? null : (
          <p>
            {checks.map(({ name, good }) => (
              <span key={name} style={{ display: 'inline-block', margin: '0 8px 6px 0' }}>
                <Chip tone={good ? 'good' : 'bad'}>
                  {name} · {t(good ? visitWords.good : visitWords.bad)}
                </Chip>
              </span>
            ))}
          </p>
        )}
        {visit.note === null ? null : <p>{visit.note}</p>}
        <Link to={`/services/${visit.id}`}>{t(visitWords.ledger)}</Link>
      </Panel>
      <Panel title={t(visitWords.problems)}>
        {visit.problemWritten === null || visit.problemWritten === '' ? null : (
          <p>
            {visit.problemWritten}
            {visit.handledWritten === null || visit.handledWritten === '' ? null : (
              <> · {t(visitWords.done, { what: visit.handledWritten })}</>
            )}
          </p>
        )}
        {visit.problems.length === 0 && (visit.problemWritten ?? '') !== '' ? null : (
          <ProblemList problems={visit.problems} empty={t(visitWords.noProblem)} />
        )}
      </Panel>
    </>
  )
}

function Cancel({ visit }: { visit: Visit }) {
  const t = useWords()
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const cancelling = useDo(cancelVisit)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t(visitWords.cancel)}</Button>
      <ReasonDialog
        open={open}
        title={t(visitWords.cancelTitle)}
        about={t(visitWords.cancelAbout)}
        action={t(visitWords.cancel)}
        label={t(visitWords.reason)}
        doing={cancelling}
        onReason={(reason) =>
          cancelling.run(
            { id: visit.id, version: visit.version, reason },
            {
              onDone: () => {
                setOpen(false)
                void message.success(t(visitWords.cancelled))
              },
            },
          )
        }
        onClose={() => setOpen(false)}
      />
    </>
  )
}
