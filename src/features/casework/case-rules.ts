import { daysBetween, type Day } from '../../kernel/day.ts'
import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { Words } from '../../kernel/words.ts'
import { closeNeedsElder } from './closing-rules.ts'
import type { CaseStage, CloseReason } from './vocabulary-schema.ts'
import { stageWords } from './vocabulary-words.ts'

// How a case goes on (MZ/T 094-2017: 接案 → 预估 → 计划 → 介入 → 评估 → 结案), each step a verdict.

export type CaseFacts = {
  readonly stage: CaseStage
  readonly suspendedOn: Day | null
  readonly openedOn: Day | null
  readonly closedOn: Day | null
  readonly hasAssessment: boolean
  /** The plan that holds, when one is written: who has signed it. */
  readonly plan: { readonly goals: number; readonly signed: readonly ('elder' | 'worker')[] } | null
  /** Sessions that were held and written down. */
  readonly sessions: number
  readonly isDeceased: boolean
}

const lacks: Record<'assessment' | 'plan' | 'elder' | 'worker' | 'sessions', Words> = {
  assessment: { zh: '还没有预估表', en: 'The assessment form is not written' },
  plan: { zh: '还没有服务计划（至少一个具体目标）', en: 'There is no plan with at least one goal' },
  elder: { zh: '服务对象还没有在计划上签名', en: 'The elder has not signed the plan' },
  worker: { zh: '社工还没有在计划上签名', en: 'The worker has not signed the plan' },
  sessions: { zh: '还没有一次写好记录的服务', en: 'No session has been held and written down' },
}

/** What comes next, and what is missing for it; undefined when nothing follows. */
export function nextOf(facts: CaseFacts): { to: CaseStage; missing: readonly Words[] } | undefined {
  switch (facts.stage) {
    case 'intake':
      return {
        to: 'assessment',
        missing: [{ zh: '要决定是否接案，并登记知情同意', en: 'Decide whether to accept it, and record the consent' }],
      }
    case 'assessment':
      return { to: 'plan', missing: facts.hasAssessment ? [] : [lacks.assessment] }
    case 'plan': {
      if (facts.plan === null || facts.plan.goals === 0) return { to: 'intervention', missing: [lacks.plan] }
      const { signed } = facts.plan
      return {
        to: 'intervention',
        missing: (['elder', 'worker'] as const).filter((party) => !signed.includes(party)).map((party) => lacks[party]),
      }
    }
    case 'intervention':
      return { to: 'evaluation', missing: facts.sessions === 0 ? [lacks.sessions] : [] }
    case 'evaluation':
      return { to: 'closed', missing: [] }
    case 'closed':
    case 'not_accepted':
      return undefined
  }
}

const suspended = no('case.suspended', {
  zh: '个案已中止，请先恢复再继续。',
  en: 'The case is suspended: resume it first.',
})
const ended = (stage: CaseStage) =>
  no('case.ended', {
    zh: `个案${stageWords[stage].zh}，不能再改；如要继续请重新开案或撤销上一步。`,
    en: 'The case has ended: reopen it, or take back the last step.',
  })

/** Whether the case is one that is still worked on. */
export function mayWork(facts: CaseFacts): Verdict {
  if (facts.stage === 'closed' || facts.stage === 'not_accepted') return ended(facts.stage)
  return facts.suspendedOn === null ? yes() : suspended
}

/** A decision whether to accept is made once, at intake. */
export function mayDecide(facts: CaseFacts): Verdict {
  return facts.stage === 'intake'
    ? mayWork(facts)
    : no('case.decided', { zh: '已经决定过是否接案。', en: 'It has been decided already whether to accept it.' })
}

/** Consent by word of mouth needs a witness; none is given after today. */
export function checkCaseConsent(consent: { method: string; witness: string | null; givenOn: Day }, today: Day): Verdict {
  if (consent.givenOn > today)
    return no(
      'case.consent.future',
      { zh: '同意的日期在今天之后，请核对。', en: 'The consent lies ahead.' },
      { field: 'givenOn', sort: 'invalid' },
    )
  if (consent.method === 'spoken' && (consent.witness ?? '') === '')
    return no(
      'case.consent.witness',
      { zh: '口头同意要有见证人，请写见证人姓名。', en: 'A spoken consent needs a witness.' },
      { field: 'witness', sort: 'invalid' },
    )
  return yes()
}

/** Sessions are part of the intervention; one for assessment is held before, none before the case is accepted. */
export function mayHoldSession(facts: CaseFacts): Verdict {
  if (facts.stage === 'intake')
    return no('case.session.intake', {
      zh: '还没有接案，不能登记个案服务；请先接案。',
      en: 'The case is not accepted yet: accept it before recording sessions.',
    })
  return mayWork(facts)
}

/** From one stage to the next that is asked for by name: what is missing is said. */
export function mayGoTo(facts: CaseFacts, to: CaseStage): Verdict {
  const may = mayWork(facts)
  if (!may.ok) return may
  const next = nextOf(facts)
  if (next?.to !== to)
    return no('case.stage', {
      zh: `现在是${stageWords[facts.stage].zh}阶段，不能直接到${stageWords[to].zh}。`,
      en: `The case is at ${stageWords[facts.stage].en}: it cannot go to ${stageWords[to].en} from there.`,
    })
  const [first] = next.missing
  return first === undefined ? yes() : no('case.missing', { zh: `${first.zh}。`, en: `${first.en}.` })
}

/** In the middle of the work only; evaluated first unless the reason is one that ends the work by itself. */
export function mayClose(facts: CaseFacts, reason: CloseReason, on: Day, today: Day): Verdict {
  if (facts.stage === 'closed' || facts.stage === 'not_accepted') return ended(facts.stage)
  if (facts.stage === 'intake')
    return no('case.close.intake', { zh: '还没有接案；不接案请用“不接案”。', en: 'It is not accepted yet: use “not accepted”.' })
  if (closeNeedsElder(reason) && facts.stage !== 'evaluation')
    return no('case.close.evaluation', {
      zh: '这样结案要先进入评估阶段，填写目标达成情况。',
      en: 'For this reason the case is evaluated before it is closed.',
    })
  if (on > today)
    return no('case.day.future', { zh: '日期在今天之后，请核对。', en: 'The day lies ahead.' }, { field: 'on', sort: 'invalid' })
  if (facts.openedOn !== null && on < facts.openedOn)
    return no(
      'case.close.early',
      { zh: '结案日期早于接案日期，请核对。', en: 'It cannot close before it opened.' },
      { field: 'on', sort: 'invalid' },
    )
  return yes()
}

export const maySuspend = (facts: CaseFacts): Verdict => mayWork(facts)

export const mayResume = (facts: CaseFacts): Verdict =>
  facts.suspendedOn === null ? no('case.running', { zh: '个案没有中止。', en: 'The case is not suspended.' }) : yes()

/** After half a year what is wrong now is another case; nobody's case reopens after their death. */
const reopenWithinDays = 180

export function mayReopen(facts: CaseFacts, on: Day): Verdict {
  if (facts.stage !== 'closed' && facts.stage !== 'not_accepted')
    return no('case.open', { zh: '个案还没有结案。', en: 'The case is not closed.' })
  if (facts.isDeceased)
    return no('case.reopen.deceased', { zh: '此人已登记去世，不能重新开案。', en: 'A death is on record: the case cannot be reopened.' })
  if (facts.closedOn !== null && daysBetween(facts.closedOn, on) > reopenWithinDays)
    return no('case.reopen.late', {
      zh: `结案已超过${reopenWithinDays}天，请另开新案，可在新案里引用旧案。`,
      en: `It closed more than ${reopenWithinDays} days ago: open a new case.`,
    })
  return yes()
}
