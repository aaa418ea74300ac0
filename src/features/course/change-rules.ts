import type { Day } from '../../kernel/day.ts'
import { toYuan } from '../../kernel/money.ts'
import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { ChangeState, What } from './change-schema.ts'

/** What a project is now, as far as a change may touch it. */
export type Now = {
  readonly startsOn: Day
  readonly endsOn: Day
  readonly targets: readonly { id: string; wording: string; value: number; unit: string | null }[]
  readonly budget: readonly { id: string; name: string; amountFen: number; spentFen: number }[]
}

const gone = (zh: string, en: string) => no('course.gone', { zh, en }, { sort: 'invalid' })

/** Whether a change can take effect on the project as it is now. Asked when it is asked for, and again when it is decided. */
export function canTakeEffect(what: What, now: Now): Verdict {
  switch (what.kind) {
    case 'period':
      return what.endsOn < what.startsOn
        ? no(
            'course.period',
            { zh: '结束日期不能早于开始日期。', en: 'It cannot end before it begins.' },
            { field: 'endsOn', sort: 'invalid' },
          )
        : what.startsOn === now.startsOn && what.endsOn === now.endsOn
          ? same
          : yes()
    case 'target': {
      const target = now.targets.find(({ id }) => id === what.targetId)
      if (target === undefined) return gone('这个合同指标已经不在了，请重新申请。', 'This target is no longer there. Ask again.')
      return target.value === what.value ? same : yes()
    }
    case 'transfer': {
      const from = now.budget.find(({ id }) => id === what.fromId)
      const to = now.budget.find(({ id }) => id === what.toId)
      if (from === undefined || to === undefined)
        return gone('有一个预算科目已经不在了，请重新申请。', 'One of these budget lines is no longer there. Ask again.')
      if (from.id === to.id)
        return no(
          'course.sameLine',
          { zh: '调出和调入要是两个科目。', en: 'The money goes from one line to another.' },
          { field: 'toId', sort: 'invalid' },
        )
      const left = from.amountFen - from.spentFen
      return what.amountFen > left
        ? no(
            'course.spent',
            {
              zh: `“${from.name}”只剩${toYuan(Math.max(0, left))}元没有支出，不够调出${toYuan(what.amountFen)}元。`,
              en: `Only ${toYuan(Math.max(0, left))} yuan of “${from.name}” are left, fewer than ${toYuan(what.amountFen)}.`,
            },
            { field: 'amountFen' },
          )
        : yes()
    }
    case 'staff':
      return what.leaves === '' && what.comes === ''
        ? no('course.nobody', { zh: '请写明谁离开、谁接替。', en: 'Say who leaves or who comes.' }, { field: 'comes', sort: 'invalid' })
        : yes()
  }
}

const same = no('course.same', { zh: '和现在的一样，没有变化。', en: 'This is how it stands already.' }, { sort: 'invalid' })

/** Whether the money that is moved is over a tenth of the line it leaves: funders usually want to be asked then. */
const isLargeTransfer = (what: What, now: Now): boolean =>
  what.kind === 'transfer' && what.amountFen * 10 > (now.budget.find(({ id }) => id === what.fromId)?.amountFen ?? 0)

type Asked = { readonly state: ChangeState; readonly askedBy: string }

/**
 * A second person decides. The period, a target and more than a tenth of a line are the contract's: when the agency itself
 * decides, it says where the funder agreed.
 */
export function mayDecide(
  change: Asked,
  by: { readonly accountId: string; readonly isBureau: boolean },
  how: { readonly approve: boolean; readonly basis: string | null; readonly ofContract: boolean },
): Verdict {
  if (change.state !== 'asked') return no('course.decided', { zh: '这项变更已有结论。', en: 'This change was decided already.' })
  if (change.askedBy === by.accountId)
    return no('course.own', { zh: '申请人不能审批自己的申请，请另一位审批。', en: 'Whoever asked does not decide. Somebody else is to.' })
  if (how.approve && how.ofContract && !by.isBureau && how.basis === null)
    return no(
      'course.basis',
      {
        zh: '这项变更涉及合同约定。请写明出资方（主管部门）同意的依据，如批复文号、会议纪要。',
        en: 'This touches the contract. Say where the funder agreed: the number of a letter, the minutes of a meeting.',
      },
      { field: 'basis', sort: 'invalid' },
    )
  return yes()
}

export const isOfContract = (what: What, now: Now): boolean =>
  what.kind === 'period' || what.kind === 'target' || isLargeTransfer(what, now)

/** What a change was before it took effect, as far as it is needed to take it back. */
export function inverseOf(what: What, earlier: What): What {
  switch (what.kind) {
    case 'transfer':
      return { ...what, fromId: what.toId, toId: what.fromId }
    case 'staff':
      return { ...what, leaves: what.comes, comes: what.leaves }
    case 'period':
    case 'target':
      return earlier
  }
}

/** The same sort of thing as a change speaks of, as it stands now. */
export function standingOf(what: What, now: Now): What {
  switch (what.kind) {
    case 'period':
      return { kind: 'period', startsOn: now.startsOn, endsOn: now.endsOn }
    case 'target':
      return { ...what, value: now.targets.find(({ id }) => id === what.targetId)?.value ?? 0 }
    case 'transfer':
    case 'staff':
      return what
  }
}

/** What a change says: of what, how it stands, how it is to stand. `earlier`: how it stood when it took effect. */
export function saidOf(what: What, now: Now, earlier: What | null): { subject: string; from: string; to: string } {
  switch (what.kind) {
    case 'period': {
      const from = earlier?.kind === 'period' ? earlier : now
      return { subject: '', from: `${from.startsOn} – ${from.endsOn}`, to: `${what.startsOn} – ${what.endsOn}` }
    }
    case 'target': {
      const target = now.targets.find(({ id }) => id === what.targetId)
      const from = earlier?.kind === 'target' ? earlier.value : target?.value
      const unit = target?.unit ?? ''
      return { subject: target?.wording ?? '', from: from === undefined ? '' : `${from}${unit}`, to: `${what.value}${unit}` }
    }
    case 'transfer': {
      const name = (lineId: string) => now.budget.find(({ id }) => id === lineId)?.name ?? ''
      return { subject: toYuan(what.amountFen), from: name(what.fromId), to: name(what.toId) }
    }
    case 'staff':
      return { subject: `${what.role} ${what.on}`, from: what.leaves, to: what.comes }
  }
}
