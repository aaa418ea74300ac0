import type { Day } from '../../kernel/day.ts'
import { toYuan } from '../../kernel/money.ts'
import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { WishState } from './schema.ts'
import { screen } from './screen-rules.ts'

/** What people say on the telephone when they mean a wish: the last digits of its id. */
export const codeOf = (id: string): string => id.slice(-6).toUpperCase()

/** The state that counts on a day: a claim that was not kept is over by itself. */
export const stateOn = (state: WishState, until: Day | null, today: Day): WishState =>
  state === 'claimed' && until !== null && until < today ? 'published' : state

type Written = { readonly title: string; readonly about: string | null; readonly valueFen: number }

/** Whether a wish may be shown as written: small, and with nothing in it that must not be. */
export function mayShow(wish: Written, limitFen: number, names: readonly string[]): Verdict {
  for (const field of ['title', 'about'] as const) {
    const [finding] = screen(wish[field] ?? '', names)
    if (finding !== undefined)
      return no(
        `wishes.${finding.code}`,
        {
          zh: `“${finding.found}”：${finding.because.zh}`,
          en: `“${finding.found}”: ${finding.because.en}`,
        },
        { sort: 'invalid', field },
      )
  }
  // What is cut in two is read as one.
  const [across] = screen(`${wish.title}${wish.about ?? ''}`, names)
  if (across !== undefined) return no(`wishes.${across.code}`, across.because, { sort: 'invalid', field: 'about' })
  if (wish.valueFen > limitFen)
    return no(
      'wishes.large',
      {
        zh: `本项目的微心愿不超过${toYuan(limitFen)}元。大件需求请登记为需求，另行链接资源。`,
        en: `A wish of this project is worth ${toYuan(limitFen)} yuan at most. Record what is larger as a need.`,
      },
      { sort: 'invalid', field: 'valueFen' },
    )
  return yes()
}

/** A second person looks: not whoever wrote it. What is sent back is sent back with why. */
export function mayScreen(
  wish: { state: WishState; writtenBy: string },
  by: string,
  decision: { publish: boolean; reason: string | null },
): Verdict {
  if (wish.state !== 'collected')
    return no('wishes.notWaiting', { zh: '这个心愿不在待审核之列。', en: 'This wish does not wait to be screened.' })
  if (wish.writtenBy === by)
    return no('wishes.ownScreening', {
      zh: '登记人不能审核自己写的心愿，请另一位负责人或督导审核。',
      en: 'Whoever wrote a wish does not screen it. Ask another manager or supervisor.',
    })
  if (!decision.publish && decision.reason === null)
    return no('wishes.noReason', { zh: '退回请写明原因。', en: 'Say why it goes back.' }, { sort: 'invalid', field: 'reason' })
  return yes()
}

const notNow = no('wishes.notNow', {
  zh: '心愿现在的状态不能做这一步，请刷新后再看。',
  en: 'A wish in this state cannot take this step. Reload to see where it stands.',
})

type Step = 'change' | 'deliver' | 'confirm' | 'close' | 'withdraw' | 'drop'
const before: Readonly<Record<Step, readonly WishState[]>> = {
  change: ['collected', 'returned'],
  drop: ['claimed'],
  deliver: ['claimed'],
  confirm: ['delivered'],
  close: ['confirmed'],
  withdraw: ['collected', 'returned', 'published', 'claimed'],
}

export const mayStep = (state: WishState, step: Step): Verdict => (before[step].includes(state) ? yes() : notNow)

/** Where the last step is taken back to. A publication taken back waits to be screened again. */
export function stepBackFrom(state: WishState): Verdict<WishState> {
  switch (state) {
    case 'published':
    case 'returned':
    case 'withdrawn':
      return yes('collected')
    case 'delivered':
      return yes('claimed')
    case 'confirmed':
      return yes('delivered')
    case 'closed':
      return yes('confirmed')
    case 'collected':
    case 'claimed':
      return state === 'claimed'
        ? no('wishes.claimed', {
            zh: '已有人认领。认领人退出请用“退出认领”，不再需要请用“撤下”。',
            en: 'It is claimed. Use “Give up the claim”, or withdraw the wish.',
          })
        : notNow
  }
}

export const taken = no('wishes.taken', {
  zh: '这个心愿刚被别人认领了，请另选一个。',
  en: 'Somebody else has just claimed this wish. Please choose another.',
})

/** Who a wish may be claimed for by a worker: an organisation on file, or somebody by name. */
export function mayClaimFor(claim: { organisationId: string | null; donor: string | null }): Verdict {
  return (claim.organisationId === null) === (claim.donor === null)
    ? no(
        'wishes.forWhom',
        { zh: '请选认领单位，或写认领人，只填一项。', en: 'Choose an organisation or name somebody, one of the two.' },
        { sort: 'invalid', field: 'donor' },
      )
    : yes()
}

/** Days of a delivery and its confirmation. */
export function mayBeOn(day: Day, today: Day, from: Day | null): Verdict {
  if (day > today)
    return no('wishes.future', { zh: '日期不能晚于今天。', en: 'The day cannot be after today.' }, { sort: 'invalid', field: 'day' })
  if (from !== null && day < from)
    return no(
      'wishes.early',
      { zh: '确认日期不能早于送达日期。', en: 'It cannot be confirmed before it was brought.' },
      { sort: 'invalid', field: 'on' },
    )
  return yes()
}
