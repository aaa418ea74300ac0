import type { Day } from '../../kernel/day.ts'
import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import { isTold, itemSchema, type Item, type Means, type Urgency } from './visit-schema.ts'

/** In Liaoning stoves are lit from November to March: heating and carbon monoxide are looked at then. */
const isCold = (day: Day): boolean => {
  const month = Number(day.slice(5, 7))
  return month >= 11 || month <= 3
}

const coldItems: readonly Item[] = ['heating', 'carbonMonoxide']

/** What is to be looked at on a visit of that day. */
export const itemsOn = (day: Day): readonly Item[] => itemSchema.options.filter((item) => isCold(day) || !coldItems.includes(item))

export type VisitEntry = {
  readonly day: Day
  readonly means: Means
  readonly informant: string | null
  readonly people: readonly { readonly personId: string; readonly seen: boolean }[]
  readonly checks: Readonly<Partial<Record<Item, boolean>>>
  readonly problems: readonly {
    readonly item: Item
    readonly personId: string | null
    readonly urgency: Urgency
    readonly handled: string | null
    readonly referredTo: string | null
  }[]
}

export const isSeen = (entry: Pick<VisitEntry, 'people'>): boolean => entry.people.some((person) => person.seen)

/** Whether a visit's record has what it must have. */
export function checkVisit(entry: VisitEntry): Verdict {
  if (isTold(entry.means) && (entry.informant ?? '') === '')
    return no(
      'visit.informant',
      { zh: '请写明是谁看到的、联系方式或身份，如“对门刘婶”。', en: 'Say who saw them, such as the neighbour opposite.' },
      { field: 'informant', sort: 'invalid' },
    )
  if (!isSeen(entry)) {
    return Object.keys(entry.checks).length === 0
      ? yes()
      : no(
          'visit.unseenChecked',
          {
            zh: '没有见到本人，检查项目请留空；门外看到的情况写在备注或问题里。',
            en: 'Nobody was met: leave the checks empty and note what you saw.',
          },
          { field: 'checks', sort: 'invalid' },
        )
  }
  if (entry.means === 'door' && isCold(entry.day) && coldItems.some((item) => entry.checks[item] === undefined))
    return no(
      'visit.cold',
      { zh: '11 月至次年 3 月上门探访，请查看取暖和一氧化碳。', en: 'From November to March, look at heating and carbon monoxide.' },
      { field: 'checks', sort: 'invalid' },
    )
  const untold = itemSchema.options.find((item) => entry.checks[item] === false && !entry.problems.some((problem) => problem.item === item))
  if (untold !== undefined)
    return no(
      'visit.problemUntold',
      { zh: '标为有问题的项目，请写一句是什么问题。', en: 'Say what is wrong with what is marked as a problem.' },
      { field: 'checks', sort: 'invalid' },
    )
  const urgent = entry.problems.find(
    (problem) => problem.urgency === 'urgent' && (problem.handled ?? '') === '' && problem.referredTo === null,
  )
  if (urgent !== undefined)
    return no(
      'visit.urgentLeft',
      {
        zh: '紧急的问题不能留着：请写当场怎么处置，或转给谁。',
        en: 'What is urgent cannot be left: say what was done, or to whom it was passed.',
      },
      { field: 'checks', sort: 'invalid' },
    )
  return yes()
}
