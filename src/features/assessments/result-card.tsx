import { Button } from 'antd'
import type { PersonId } from '../../kernel/ids.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Facts } from '../../web/ui/facts.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { AssessmentPaper } from './assessment-paper.tsx'
import { assessmentWords, informantWords, phaseWords, raiseWords, riskWords, safeWords } from './assessment-words.ts'
import { RiskFollowUps } from './risk-follow-ups.tsx'
import style from './results.module.css'
import type { Scale } from './scale-schema.ts'
import type { Assessment } from './schema.ts'
import { resultOf } from './scoring-rules.ts'

/** One assessment: what it came to, what to do next, what was answered, and what was done about a risk. */
export function ResultCard({
  personId,
  scale,
  assessment,
  onClose,
}: {
  personId: PersonId
  scale: Scale
  assessment: Assessment
  onClose: () => void
}) {
  const t = useWords()
  const { day, moment } = useFormats()
  const { answers } = assessment
  const result = answers === null ? undefined : resultOf(scale, answers)
  const band = scale.bands.find((each) => each.code === assessment.band) ?? (assessment.withdrawn === null ? result?.band : undefined)
  const title = [t(scale.name), assessment.day === null ? t(assessmentWords.undated) : day(assessment.day)].join(' · ')
  return (
    <Panel
      title={title}
      actions={
        <Buttons>
          <AssessmentPaper personId={personId} assessment={assessment} />
          <Button size="small" onClick={onClose}>
            {t(assessmentWords.close)}
          </Button>
        </Buttons>
      }
    >
      {assessment.withdrawn === null ? null : (
        <p>
          <Chip tone="bad">{t(assessmentWords.withdrawn)}</Chip>
        </p>
      )}
      <div className={style['result']}>
        <span className={style['score']}>
          {assessment.score === null ? t(assessmentWords.noScore) : t(assessmentWords.points, { score: assessment.score })}
        </span>
        {band === undefined ? null : <Chip tone={band.tone}>{t(band.words)}</Chip>}
        <span className={style['faint']}>
          {t(scale.better === 'lower' ? assessmentWords.outOf : assessmentWords.outOfHigh, { least: scale.least, most: scale.most })}
        </span>
        <Chip tone="plain">{t(assessmentWords.screening)}</Chip>
      </div>
      {result !== undefined && result.carried ? (
        <p className={style['faint']}>{t(assessmentWords.carried, { n: result.missing.length })}</p>
      ) : null}
      {result !== undefined && result.band === undefined ? <p>{t(assessmentWords.unscored)}</p> : null}
      {(result?.raises ?? []).map((raise) => (
        <p key={raise}>{t(raiseWords[raise])}</p>
      ))}
      {band === undefined ? null : (
        <p className={style['next']}>
          <b>{t(assessmentWords.next)}</b> {t(band.next)}
        </p>
      )}
      <Facts
        facts={[
          [assessmentWords.phase, [t(phaseWords[assessment.phase]), assessment.occasion].filter((known) => known !== null).join(' · ')],
          [assessmentWords.informant, assessment.informant === null ? null : t(informantWords[assessment.informant])],
          [assessmentWords.assessor, assessment.assessor ?? (answers === null ? t(assessmentWords.imported) : null)],
          [assessmentWords.note, assessment.note],
        ]}
      />
      {assessment.protocol === null ? null : <Protocol personId={personId} assessment={assessment} protocol={assessment.protocol} />}
      {answers === null ? null : (
        <details className={style['answers']}>
          <summary>{t(assessmentWords.answersOf)}</summary>
          <ol>
            {scale.items.map((item) => {
              const option = item.options.find((each) => each.key === answers[item.key])
              return (
                <li key={item.key}>
                  {t(item.words)} <b>{option === undefined ? t(assessmentWords.unanswered) : t(option.words)}</b>
                </li>
              )
            })}
          </ol>
        </details>
      )}
      {assessment.versions.map((version) => (
        <p key={version.version} className={style['faint']}>
          {t(assessmentWords.corrected, { reason: version.reason, by: version.by ?? '—', at: moment(version.at) })}
        </p>
      ))}
    </Panel>
  )
}

function Protocol({
  personId,
  assessment,
  protocol,
}: {
  personId: PersonId
  assessment: Assessment
  protocol: NonNullable<Assessment['protocol']>
}) {
  const t = useWords()
  const { day } = useFormats()
  return (
    <section className={style['protocol']} aria-label={t(riskWords.recorded)}>
      <h3>{t(riskWords.recorded)}</h3>
      <Facts
        facts={[
          [riskWords.safeNow, t(safeWords[protocol.safeNow])],
          [riskWords.nextContactOn, day(protocol.nextContactOn)],
          [riskWords.told, protocol.told],
          [riskWords.asked, protocol.asked],
          [riskWords.means, protocol.means],
          [riskWords.done, protocol.done],
        ]}
      />
      <p className={style['faint']}>{t(riskWords.lines)}</p>
      <h3>{t(riskWords.followUps)}</h3>
      <RiskFollowUps personId={personId} assessment={assessment} />
    </section>
  )
}
