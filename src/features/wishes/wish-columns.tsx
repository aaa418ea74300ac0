import { Link } from 'react-router'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Chip, type Tone } from '../../web/ui/chip.tsx'
import type { Column } from '../../web/ui/record-table.tsx'
import type { ListedWish, WishState } from './schema.ts'
import { sortWords, wishStateWords, wishWords } from './wish-words.ts'

export const wishTones: Record<WishState, Tone> = {
  collected: 'look',
  returned: 'bad',
  published: 'calm',
  claimed: 'look',
  delivered: 'look',
  confirmed: 'good',
  closed: 'good',
  withdrawn: 'plain',
}

/** What a list of wishes shows: `ofPerson`, of one person's, whom it need not name. */
export function useWishColumns({ ofPerson }: { ofPerson: boolean }): Column<ListedWish>[] {
  const t = useWords()
  const { day, money } = useFormats()
  const wish: Column<ListedWish>[] = [
    {
      title: wishWords.wish,
      heads: true,
      cell: (row) => (
        <>
          <Link to={`/wishes/${row.id}`}>{row.title}</Link> <Chip>{t(sortWords[row.sort])}</Chip>
        </>
      ),
    },
    { title: wishWords.state, whole: true, cell: (row) => <Chip tone={wishTones[row.state]}>{t(wishStateWords[row.state])}</Chip> },
  ]
  const claimer: Column<ListedWish> = { title: wishWords.claimer, cell: (row) => row.claimer ?? '—' }
  const value: Column<ListedWish> = { title: wishWords.value, numeric: true, cell: (row) => money(row.valueFen) }
  return ofPerson
    ? [...wish, claimer, { title: wishWords.collected, whole: true, cell: (row) => day(row.collectedOn) }, value]
    : [
        ...wish,
        { title: wishWords.person, whole: true, cell: (row) => row.name },
        { title: wishWords.community, whole: true, cell: (row) => row.communityName ?? '—' },
        claimer,
        { title: wishWords.until, whole: true, cell: (row) => (row.claimedUntil === null ? '—' : day(row.claimedUntil)) },
        { title: wishWords.code, whole: true, cell: (row) => row.code },
        value,
      ]
}
