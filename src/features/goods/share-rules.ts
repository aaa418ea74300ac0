import type { Day } from '../../kernel/day.ts'
import { no, yes, type Verdict } from '../../kernel/verdict.ts'

type Share = { readonly key: string; readonly members: readonly { readonly name: string }[]; readonly handed: object | null }
type Asked = { readonly key: string; readonly quantity: number }
type Round = { readonly closed: boolean; readonly day: Day; readonly expiresOn: Day | null }

/** Whether these households may be handed their shares of a list: on it, not handed yet, each asked for once. */
export function mayHandOut(round: Round, list: readonly Share[], asked: readonly Asked[], today: Day): Verdict {
  if (round.closed) return no('goods.closed', { zh: '这张发放单已结束，请先重新打开。', en: 'This list has ended: open it again first.' })
  if (round.day > today)
    return no(
      'goods.ahead',
      { zh: '发放日期还没到，请先把日期改到今天或之前。', en: 'The day of this list lies ahead.' },
      { field: 'day', sort: 'invalid' },
    )
  if (round.expiresOn !== null && round.expiresOn < round.day)
    return no('goods.expiredOut', {
      zh: '这一批到发放那天已过保质期，不能发放。',
      en: 'This lot has expired by that day and cannot be handed out.',
    })
  const seen = new Set<string>()
  for (const { key } of asked) {
    const share = list.find((one) => one.key === key)
    if (share === undefined || seen.has(key))
      return no(
        'goods.notListed',
        { zh: '有一户不在这张发放单上，请刷新。', en: 'One of these households is not on the list: reload.' },
        { sort: 'invalid' },
      )
    if (share.handed !== null) {
      const name = share.members[0]?.name ?? ''
      return no('goods.already', {
        zh: `${name}家刚才已经发过了，请刷新。`,
        en: `The household of ${name} has just been handed its share: reload.`,
      })
    }
    seen.add(key)
  }
  return yes()
}
