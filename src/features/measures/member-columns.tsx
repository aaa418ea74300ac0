import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Words } from '../../kernel/words.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import type { Column } from '../../web/ui/record-table.tsx'
import { kindWords } from '../ledger/kind-schema.ts'
import { memberWords } from './member-words.ts'
import type { AmountIn, Member, MemberSort } from './schema.ts'

type Titles = {
  readonly person?: Words
  readonly title?: Words
  readonly community?: Words
  readonly day?: Words
  readonly times?: Words
  /** Its own number is what people know it by. */
  readonly id?: Words
}

const { community, day } = memberWords

/** What stands in the columns of each sort of members. */
const titles: Record<MemberSort, Titles> = {
  person: { person: memberWords.person, community: memberWords.lives, times: memberWords.times },
  attendance: { person: memberWords.person, title: memberWords.carried, day, community },
  household: { title: memberWords.household, person: memberWords.head, community, times: memberWords.services },
  service: { title: memberWords.carried, day, community },
  case: { title: memberWords.case, person: memberWords.person, community, day: memberWords.closed },
  group: { title: memberWords.group, community, times: memberWords.sessions },
  community: { title: memberWords.community, times: memberWords.services },
  contribution: { title: memberWords.giver, day, community },
  organisation: { title: memberWords.organisation, times: memberWords.services },
  registration: { person: memberWords.person, title: memberWords.number, community, day: memberWords.registered },
  assessment: { person: memberWords.person, title: memberWords.case, community, day: memberWords.assessed },
  family: { id: memberWords.number, title: memberWords.family, person: memberWords.contact, community, day: memberWords.joined },
  lot: { id: memberWords.lot, title: memberWords.item },
  wish: { title: memberWords.wish, day: memberWords.collected, community },
  budgetLine: { title: memberWords.budgetLine },
  expense: { title: memberWords.purpose, day: memberWords.spent },
  estimateLine: { title: memberWords.basis },
}

/** The columns for the members of a figure. Persons and services open. */
export function useMemberColumns(sort: MemberSort, amountIn: AmountIn | null): Column<Member>[] {
  const formats = useFormats()
  const amountText = useAmountText()
  const named = titles[sort]
  const column = (title: Words | undefined, cell: (row: Member) => ReactNode, more: Partial<Column<Member>> = {}): Column<Member>[] =>
    title === undefined ? [] : [{ title, cell, ...more }]
  return [
    ...column(named.id, (row) => row.id, { heads: true, whole: true }),
    ...(named.title !== undefined && sort !== 'attendance' && sort !== 'registration' && sort !== 'assessment'
      ? column(named.title, (row) => <Title row={row} />, { heads: true })
      : []),
    ...column(named.person, (row) => <Person row={row} sort={sort} />, sort === 'household' || sort === 'family' ? {} : { heads: true }),
    ...(sort === 'attendance' || sort === 'registration' || sort === 'assessment' ? column(named.title, (row) => <Title row={row} />) : []),
    ...column(named.day, (row) => (row.day === null ? '—' : formats.day(row.day)), { whole: true }),
    ...column(named.community, (row) => row.community ?? '—', { whole: true }),
    ...column(named.times, (row) => formats.number(row.times), { numeric: true }),
    ...(amountIn === null
      ? []
      : column(memberWords[amountIn], (row) => (row.amount === null ? '—' : amountText(row.amount, amountIn)), { numeric: true })),
  ]
}

function Person({ row: { personId, serviceId, name }, sort }: { row: Member; sort: MemberSort }) {
  const t = useWords()
  if (personId !== null) return <Link to={`/people/${personId}`}>{name ?? '—'}</Link>
  // A name in a sign-in sheet that nobody has resolved stands as it was written.
  const isWritten = sort === 'attendance' && serviceId !== null && name !== null
  return (
    <>
      {name ?? '—'} {isWritten ? <Chip tone="look">{t(memberWords.unresolved)}</Chip> : null}
    </>
  )
}

function Title({ row: { serviceId, title, kind } }: { row: Member }) {
  const t = useWords()
  const kindName = kind === null ? undefined : t(kindWords[kind])
  const text = title ?? kindName ?? '—'
  return (
    <>
      {serviceId === null ? text : <Link to={`/services/${serviceId}`}>{text}</Link>}{' '}
      {title === null || kindName === undefined ? null : <Chip>{kindName}</Chip>}
    </>
  )
}

/** An amount with its unit, exact. */
export function useAmountText(): (amount: number, amountIn: AmountIn) => string {
  const { minutes, money, number } = useFormats()
  return (amount, amountIn) => {
    switch (amountIn) {
      case 'minutes':
        return minutes(amount)
      case 'fen':
        return money(amount)
      case 'quantity':
      case 'heads':
      case 'score':
      case 'estimate':
        return number(amount)
    }
  }
}
