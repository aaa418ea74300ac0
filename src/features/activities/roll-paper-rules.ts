import { withValues, type Paper, type PaperPicture } from '../../kernel/paper.ts'
import { partPlayedWords } from '../ledger/ledger-words.ts'
import { known } from '../../kernel/paper.ts'
import { serviceWords } from '../ledger/service-words.ts'
import { activityWords } from './activities-words.ts'
import { activityPaperWords as words } from './activity-paper-words.ts'
import type { ActivityPaperFacts } from './activity-paper-rules.ts'
import type { SignUp } from './attend-schema.ts'

type Listed = Pick<SignUp, 'name' | 'part' | 'age' | 'state'>

/** 活动签到表: those who signed up with room to sign, those who wait named as waiting, and rows for whoever comes beside. */
export function signInPaper({ activity, project, agency }: ActivityPaperFacts, people: readonly Listed[]): Paper {
  const coming = people.filter(({ state }) => state !== 'withdrawn')
  return {
    title: withValues(words.rollOf, { title: activity.title ?? activityWords.event }),
    number: activity.number,
    head: { project, agency, community: activity.communityName, filledBy: null, filledOn: activity.day },
    sections: [
      {
        blocks: [
          {
            kind: 'fields',
            fields: [
              known(words.when, [activity.day, activity.startsAt?.slice(0, 5)].filter((part) => part !== null).join(' ')),
              known(activityWords.place, activity.place),
              known(activityWords.worker, activity.worker),
              known(activityWords.tabSignUps, withValues(activityWords.persons, { n: activity.going })),
            ],
          },
          {
            kind: 'table',
            prefilled: true,
            columns: [
              { title: words.order, share: 0.6, align: 'center' },
              { title: serviceWords.person, share: 1.4 },
              { title: words.age, share: 0.7, align: 'center' },
              { title: activityWords.part, share: 1.3 },
              { title: words.phoneEnd, share: 1.1 },
              { title: words.signature, share: 2 },
              { title: words.came, align: 'center' },
            ],
            rows: coming.map((one, at) => [
              at + 1,
              one.name,
              one.age,
              one.state === 'waiting' ? words.waiting : partPlayedWords[one.part],
              null,
              null,
              null,
            ]),
            blankRows: Math.max(5, 20 - coming.length),
          },
          { kind: 'note', text: words.rollNote },
          { kind: 'signatures', lines: [{ label: words.inChargeSigns, name: null, day: null }] },
        ],
      },
    ],
  }
}

export type Card = { readonly name: string; readonly communityName: string | null; readonly square: PaperPicture }

/** 签到卡: a name and a square for each, three in a row, to be cut apart. */
export const cardsPaper = ({ activity, project, agency }: ActivityPaperFacts, cards: readonly Card[]): Paper => ({
  title: withValues(words.cardsOf, { title: activity.title ?? activityWords.event }),
  head: { project, agency, community: activity.communityName, filledOn: activity.day },
  sections: [
    {
      blocks: [
        { kind: 'note', text: cards.length === 0 ? activityWords.cardsNone : words.cardsNote },
        {
          kind: 'pictures',
          perRow: 3,
          pictures: cards.map(({ name, communityName, square }) => ({
            picture: square,
            caption: communityName === null ? name : `${name} ${communityName}`,
          })),
        },
      ],
    },
  ],
})
