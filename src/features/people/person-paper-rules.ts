import { ageOn, type Day } from '../../kernel/day.ts'
import { known, listed, withValues, written, type Paper, type PaperText } from '../../kernel/paper.ts'
import { disabilityCategories, hardshipWords } from './hardship-schema.ts'
import { paperWords } from './paper-words.ts'
import { numberStateWords, partWords, peopleWords, sexWords } from './people-words.ts'
import { personWords } from './person-words.ts'
import type { PersonDetail } from './schema.ts'

/** 个人基本信息表: what is on file, as whoever asks may see it. What is masked on the screen is masked on paper. */
export function personPaper(person: PersonDetail, today: Day, filledBy: string): Paper {
  const registration = person.registrations.find((one) => one.communityCode === person.communityCode) ?? person.registrations[0]
  return {
    title: paperWords.title,
    head: { project: registration?.project ?? null, community: person.communityName, filledBy, filledOn: today },
    sections: [
      {
        title: personWords.basics,
        blocks: [
          {
            kind: 'fields',
            fields: [
              known(peopleWords.name, person.name),
              known(peopleWords.sex, person.sex === 'unknown' ? null : sexWords[person.sex]),
              known(personWords.birthDate, person.birthDate),
              known(peopleWords.age, ageOf(person, today)),
              known(personWords.idNumber, person.idNumber.masked ?? numberStateWords[person.idNumber.state]),
              known(personWords.ethnicity, person.ethnicity),
              known(peopleWords.phone, person.phone),
              known(personWords.otherPhone, person.otherPhone),
              known(personWords.address, person.address, { wide: true }),
              known(personWords.livingWith, person.livingWith),
              known(personWords.birthday, birthdayOf(person)),
              known(personWords.householdNumber, person.household?.number ?? null),
              known(personWords.household, person.household === null ? null : listed(othersOf(person, person.household))),
              known(peopleWords.part, listed(person.parts.map((part) => partWords[part]))),
              known(personWords.registeredOn, registration?.registeredOn ?? null),
              written(personWords.note, person.note, { wide: true, lines: 2 }),
            ],
          },
        ],
      },
      {
        title: personWords.labelHistory,
        blocks: [
          {
            kind: 'table',
            prefilled: true,
            columns: [
              { title: peopleWords.label, share: 1.4 },
              { title: personWords.grade, align: 'center' },
              { title: personWords.basis, share: 2 },
              { title: personWords.startedOn, share: 1.2, align: 'center' },
              { title: personWords.reviewOn, share: 1.2, align: 'center' },
              { title: paperWords.state, align: 'center' },
            ],
            rows: person.labelHistory.map((label) => [
              labelOf(label),
              label.grade === null ? null : withValues(personWords.gradeOf, { n: label.grade }),
              label.basis,
              label.startedOn,
              label.reviewOn,
              label.endedOn === null ? personWords.inForce : personWords.ended,
            ]),
            empty: personWords.noLabels,
          },
        ],
      },
      {
        title: personWords.contacts,
        blocks: [
          {
            kind: 'table',
            prefilled: true,
            columns: [{ title: peopleWords.name }, { title: personWords.relation }, { title: peopleWords.phone, share: 1.5 }],
            rows: person.contacts.map((contact) => [contact.name, contact.relation, contact.phone]),
            blankRows: Math.max(0, 2 - person.contacts.length),
          },
        ],
      },
      {
        blocks: [
          {
            kind: 'signatures',
            lines: [
              { label: paperWords.personSigns, name: null, day: null },
              { label: paperWords.workerSigns, name: null, day: null },
            ],
          },
          { kind: 'note', text: paperWords.about },
        ],
      },
    ],
  }
}

const ageOf = (person: PersonDetail, today: Day): PaperText | null => {
  const age = person.age ?? (person.birthDate === null ? null : ageOn(person.birthDate, today))
  return age === null ? null : withValues(paperWords.years, { n: age })
}

const labelOf = (label: PersonDetail['labelHistory'][number]): PaperText => {
  const category = label.category === null ? undefined : (disabilityCategories[label.category] ?? label.category)
  return category === undefined
    ? hardshipWords[label.code]
    : withValues(paperWords.labelAndCategory, { label: hardshipWords[label.code], category })
}

const othersOf = (person: PersonDetail, household: NonNullable<PersonDetail['household']>): string[] =>
  household.members.filter((member) => member.id !== person.id).map((member) => member.name)

function birthdayOf({ birthday: { calendar, month, day, leap } }: PersonDetail): PaperText {
  if (calendar === 'solar' || month === null || day === null) return calendar === 'solar' ? personWords.solar : personWords.lunar
  return withValues(leap ? personWords.lunarLeapDay : personWords.lunarDay, { month, day })
}

/** No person's name in a file's name: it lies about in a folder of downloads. */
export const personFileName = (today: Day): string => `${paperWords.title.zh}-${today}`
