import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Words } from '../../kernel/words.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Columns } from '../../web/ui/columns.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { Facts } from '../../web/ui/facts.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { knownThemes, lineWords } from '../ledger/kind-schema.ts'
import { ServiceCosts } from '../ledger/service-costs.tsx'
import { Contributions } from '../ledger/service-history.tsx'
import { serviceWords } from '../ledger/service-words.ts'
import { StatusChip } from '../ledger/status-chip.tsx'
import { activityWords, contingencyLabels, keptByWords } from './activities-words.ts'
import { missingOf, totalFen } from './activity-rules.ts'
import type { Activity } from './activity-schema.ts'
import style from './event.module.css'

/** What is planned: facts, contingency plan, children, programme, duties, supplies, money, partners. */
export function PlanTab({ activity }: { activity: Activity }) {
  const t = useWords()
  const { day, minutes, number } = useFormats()
  const { plan } = activity
  const themes = activity.themes.map((theme) => {
    const known = knownThemes[theme]
    return known === undefined ? theme : t(known)
  })
  return (
    <Columns
      main={
        <>
          <Panel title={t(activityWords.tabPlan)}>
            {activity.status === 'cancelled' && activity.lastReason !== null ? (
              <p className={style['warning']}>{t(activityWords.cancelledBecause, { reason: activity.lastReason })}</p>
            ) : null}
            <Facts
              facts={[
                [
                  serviceWords.status,
                  <>
                    <StatusChip status={activity.status} />{' '}
                    {activity.status !== 'planned' ? null : (
                      <Chip tone={activity.confirmedAt === null ? 'look' : 'good'}>
                        {t(activity.confirmedAt === null ? activityWords.draft : activityWords.confirmed)}
                      </Chip>
                    )}
                  </>,
                ],
                [activityWords.day, activity.day === null ? null : `${day(activity.day)} ${activity.startsAt ?? ''}`],
                [serviceWords.duration, activity.minutes === null ? null : minutes(activity.minutes)],
                [activityWords.community, activity.communityName],
                [activityWords.place, activity.place],
                [activityWords.worker, activity.worker],
                [activityWords.line, t(lineWords[activity.line])],
                [serviceWords.themes, themes.join(t(activityWords.between))],
                [activityWords.audience, plan.audience],
                [activityWords.expected, plan.expected === null ? null : number(plan.expected)],
                [activityWords.places, plan.capacity === null ? null : number(plan.capacity)],
              ]}
            />
            <Text title={activityWords.background} text={plan.background} />
            <Text title={activityWords.goal} text={plan.goal} />
          </Panel>
          <Contingency activity={activity} />
          <Preparations activity={activity} />
        </>
      }
      side={
        <>
          <Contributions title={t(activityWords.partners)} rows={activity.contributions} />
          <ServiceCosts projectId={activity.projectId} serviceId={activity.id} />
          {activity.series.length === 0 ? null : (
            <Panel title={t(activityWords.series)}>
              <Entries
                rows={activity.series}
                keyOf={(row) => row.id}
                empty=""
                head={(row) => (
                  <Link to={`/events/${row.id}`}>{row.day === null ? row.title : `${day(row.day)} ${row.communityName ?? ''}`}</Link>
                )}
              />
            </Panel>
          )}
        </>
      }
    />
  )
}

function Text({ title, text }: { title: Words; text: string | null }) {
  const t = useWords()
  return text === null ? null : (
    <>
      <h3 className={style['part']}>{t(title)}</h3>
      <p className={style['text']}>{text}</p>
    </>
  )
}

function Contingency({ activity }: { activity: Activity }) {
  const t = useWords()
  const { day } = useFormats()
  const { plan } = activity
  const missing = missingOf(plan.contingency)
  const { guardian } = plan
  if (!plan.forElders && guardian === null) return null
  return (
    <Panel title={t(plan.forElders ? activityWords.contingency : activityWords.withSchool)}>
      {plan.forElders ? (
        <>
          {missing.length === 0 ? (
            <p>
              <Chip tone="good">{t(activityWords.contingencyWhole)}</Chip>
            </p>
          ) : (
            <p className={style['warning']}>
              {t(activityWords.contingencyMissing, {
                parts: missing.map((part) => t(contingencyLabels[part])).join(t(activityWords.between)),
              })}
            </p>
          )}
          <Facts
            facts={(['emergency', 'firstAid', 'transport', 'floor', 'weather'] as const).map((part) => [
              contingencyLabels[part],
              plan.contingency[part],
            ])}
          />
        </>
      ) : null}
      {guardian === null || !plan.forElders ? null : <h3 className={style['part']}>{t(activityWords.withSchool)}</h3>}
      {guardian === null ? null : (
        <Facts
          facts={[
            [activityWords.school, guardian.school],
            [activityWords.children, t(activityWords.persons, { n: guardian.children })],
            [activityWords.agreedOn, guardian.agreedOn === null ? t(activityWords.guardianMissing) : day(guardian.agreedOn)],
            [activityWords.keptBy, t(keptByWords[guardian.keptBy])],
          ]}
        />
      )}
    </Panel>
  )
}

function Preparations({ activity }: { activity: Activity }) {
  const t = useWords()
  const { money, number } = useFormats()
  const { program, duties, supplies, budget } = activity.plan
  if (program.length + duties.length + supplies.length + budget.length === 0) return null
  const part = (title: Words, rows: readonly ReactNode[]) =>
    rows.length === 0 ? null : (
      <>
        <h3 className={style['part']}>{t(title)}</h3>
        <ul className={style['lines']}>
          {rows.map((row, at) => (
            // Rows of a plan have no identity but their place.
            <li key={`${title.zh}${String(at)}`}>{row}</li>
          ))}
        </ul>
      </>
    )
  return (
    <Panel>
      {part(
        activityWords.program,
        program.map(({ minutes, what, who }) => [minutes === null ? null : `${minutes}′`, what, who].filter(Boolean).join(' · ')),
      )}
      {part(
        activityWords.duties,
        duties.map(({ who, what }) => `${who} · ${what}`),
      )}
      {part(
        activityWords.supplies,
        supplies.map(({ item, quantity, unit, source }) =>
          [item, quantity === null ? null : `${number(quantity)} ${unit ?? ''}`, source].filter(Boolean).join(' · '),
        ),
      )}
      {part(
        activityWords.budget,
        budget.map(({ item, amountFen }) => `${item} · ${money(amountFen)}`),
      )}
      {budget.length === 0 ? null : <p>{t(activityWords.budgetTotal, { money: money(totalFen(budget)) })}</p>}
    </Panel>
  )
}
