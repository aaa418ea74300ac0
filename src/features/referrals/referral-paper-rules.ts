import { known, withValues, written, type Paper } from '../../kernel/paper.ts'
import { capacityWords, consentMethodWords, handedFieldWords, receivedWords, referralStateWords, referralWords } from './referral-words.ts'
import type { Handed, ReferralConsent, ReferralContent, ReferralRow } from './schema.ts'

export type ReferralPaperFacts = {
  readonly row: ReferralRow
  readonly from: string
  readonly sentBy: string | null
  readonly receiver: string | null
  readonly receiverPhone: string | null
  readonly content: ReferralContent
  readonly handed: readonly Handed[]
  readonly consent: ReferralConsent | null
  readonly answeredBy: string | null
  readonly answer: string | null
  readonly outcome: string | null
}

/** 转介表, with the receipt at its foot. */
export function referralPaper(facts: ReferralPaperFacts): Paper {
  const { row, content, consent } = facts
  return {
    title: referralWords.one,
    head: { community: row.communityName, filledBy: row.writtenBy, filledOn: row.sentOn },
    sections: [
      {
        blocks: [
          {
            kind: 'fields',
            fields: [
              known(receivedWords.from, facts.from),
              known(receivedWords.sentBy, facts.sentBy ?? row.writtenBy),
              known(referralWords.to, row.organisation),
              known(referralWords.receiver, [facts.receiver, facts.receiverPhone].filter((part) => part !== null).join(' ')),
              known(referralWords.person, row.person),
              known(referralWords.dueOn, row.dueOn),
            ],
          },
          {
            kind: 'fields',
            perRow: 1,
            fields: [
              written(referralWords.reason, content.reason, { wide: true, lines: 4 }),
              ...(content.measured.length === 0
                ? []
                : [known(referralWords.measured, content.measured.join('\n'), { wide: true, lines: content.measured.length })]),
              written(referralWords.given, content.given, { wide: true, lines: 3 }),
              written(referralWords.needs, content.needs, { wide: true, lines: 3 }),
              written(referralWords.enclosed, content.enclosed.join('、'), { wide: true, lines: 1 }),
              known(
                referralWords.consent,
                consent === null
                  ? null
                  : withValues(referralWords.consentGiven, {
                      by: consent.givenBy,
                      capacity: capacityWords[consent.capacity],
                      day: consent.givenOn,
                      method: consentMethodWords[consent.method],
                    }),
                { wide: true },
              ),
            ],
          },
        ],
      },
      {
        title: referralWords.handedTitle,
        blocks: [{ kind: 'fields', fields: facts.handed.map((one) => known(handedFieldWords[one.field], one.value)) }],
      },
      {
        title: { zh: '回执', en: 'Receipt' },
        blocks: [
          {
            kind: 'fields',
            fields: [
              known(referralWords.state, row.answeredOn === null ? null : referralStateWords[row.state]),
              known(referralWords.answeredOn, row.answeredOn),
              known(referralWords.by, facts.answeredBy),
              known(referralWords.answer, facts.answer),
            ],
          },
          { kind: 'fields', perRow: 1, fields: [written(referralWords.outcome, facts.outcome, { wide: true, lines: 3 })] },
        ],
      },
    ],
  }
}
